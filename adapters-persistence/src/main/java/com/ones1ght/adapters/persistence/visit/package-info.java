/** Visits and chat sessions in the database. */
@NullMarked
package com.ones1ght.adapters.persistence.visit;

import org.jspecify.annotations.NullMarked;
