/** Forwards to the store's screens that a shopper has come near one, or left it. */
@NullMarked
package com.ones1ght.adapters.signage;

import org.jspecify.annotations.NullMarked;
