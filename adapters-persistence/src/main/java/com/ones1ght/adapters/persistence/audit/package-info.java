/** The audit log in the database. */
@NullMarked
package com.ones1ght.adapters.persistence.audit;

import org.jspecify.annotations.NullMarked;
