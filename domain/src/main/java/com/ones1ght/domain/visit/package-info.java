/** Visits to the store, their stages, and their chat sessions. */
@NullMarked
package com.ones1ght.domain.visit;

import org.jspecify.annotations.NullMarked;
