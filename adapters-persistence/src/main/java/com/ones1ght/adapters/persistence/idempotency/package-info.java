/** Answers of idempotent requests in the database. */
@NullMarked
package com.ones1ght.adapters.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
