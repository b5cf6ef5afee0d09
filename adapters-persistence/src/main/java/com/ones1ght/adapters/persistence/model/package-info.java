/** Models of tenants in the database. */
@NullMarked
package com.ones1ght.adapters.persistence.model;

import org.jspecify.annotations.NullMarked;
