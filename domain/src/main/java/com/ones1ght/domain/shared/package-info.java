/** Shared by all features: languages and texts, domain exceptions, preconditions. */
@NullMarked
package com.ones1ght.domain.shared;

import org.jspecify.annotations.NullMarked;
