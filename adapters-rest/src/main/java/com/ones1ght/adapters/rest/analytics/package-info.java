/** Analytics over HTTP. */
@NullMarked
package com.ones1ght.adapters.rest.analytics;

import org.jspecify.annotations.NullMarked;
