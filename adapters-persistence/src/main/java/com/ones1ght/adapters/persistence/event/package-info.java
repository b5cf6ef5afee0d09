/** The event log, the outbox of the signages, and the rounds that triggers are about, in the database. */
@NullMarked
package com.ones1ght.adapters.persistence.event;

import org.jspecify.annotations.NullMarked;
