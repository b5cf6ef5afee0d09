/** Tenants and their settings in the database. */
@NullMarked
package com.ones1ght.adapters.persistence.tenant;

import org.jspecify.annotations.NullMarked;
