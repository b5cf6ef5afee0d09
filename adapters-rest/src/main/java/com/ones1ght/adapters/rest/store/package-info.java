/** The stores, as clients draw them. */
@NullMarked
package com.ones1ght.adapters.rest.store;

import org.jspecify.annotations.NullMarked;
