/** The event log, the signage outbox, and the rounds that triggers refer to, in the database. */
@NullMarked
package com.ones1ght.adapters.persistence.event;

import org.jspecify.annotations.NullMarked;
