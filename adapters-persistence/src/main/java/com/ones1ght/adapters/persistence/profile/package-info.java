/** Profiles in the database, and what is read in their documents. */
@NullMarked
package com.ones1ght.adapters.persistence.profile;

import org.jspecify.annotations.NullMarked;
