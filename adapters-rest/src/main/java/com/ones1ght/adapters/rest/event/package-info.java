/** Triggers, events and their stream over HTTP. */
@NullMarked
package com.ones1ght.adapters.rest.event;

import org.jspecify.annotations.NullMarked;
