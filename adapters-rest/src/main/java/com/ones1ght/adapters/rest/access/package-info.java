/** Who calls, and what a key is worth. */
@NullMarked
package com.ones1ght.adapters.rest.access;

import org.jspecify.annotations.NullMarked;
