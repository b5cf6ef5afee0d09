/** API keys in the database. */
@NullMarked
package com.ones1ght.adapters.persistence.access;

import org.jspecify.annotations.NullMarked;
