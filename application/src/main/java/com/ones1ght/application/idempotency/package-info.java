/** Requests that are repeated take effect once. */
@NullMarked
package com.ones1ght.application.idempotency;

import org.jspecify.annotations.NullMarked;
