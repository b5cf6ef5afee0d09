/** Profiles in the database, and the facts read from their documents. */
@NullMarked
package com.ones1ght.adapters.persistence.profile;

import org.jspecify.annotations.NullMarked;
