/** The audit log of administrative changes. */
@NullMarked
package com.ones1ght.domain.audit;

import org.jspecify.annotations.NullMarked;
