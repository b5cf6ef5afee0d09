/** Visits over HTTP. */
@NullMarked
package com.ones1ght.adapters.rest.visit;

import org.jspecify.annotations.NullMarked;
