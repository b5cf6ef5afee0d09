/** What tenants learn from rounds and events, counted by the database. */
@NullMarked
package com.ones1ght.adapters.persistence.analytics;

import org.jspecify.annotations.NullMarked;
