/** Requests with an <code>Idempotency-Key</code> take effect once. */
@NullMarked
package com.ones1ght.adapters.rest.idempotency;

import org.jspecify.annotations.NullMarked;
