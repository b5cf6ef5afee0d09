/** Authentication, rate limits, idempotency, and the resources of keys. */
@NullMarked
package com.ones1ght.adapters.rest.access;

import org.jspecify.annotations.NullMarked;
