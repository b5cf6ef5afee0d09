/** Reports on a tenant's rounds and events, computed by the database. */
@NullMarked
package com.ones1ght.adapters.persistence.analytics;

import org.jspecify.annotations.NullMarked;
