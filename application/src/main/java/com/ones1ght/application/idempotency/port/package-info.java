/** What idempotency needs of the outside. */
@NullMarked
package com.ones1ght.application.idempotency.port;

import org.jspecify.annotations.NullMarked;
