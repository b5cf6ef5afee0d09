/** The audit log, as tenant administrators read it. */
@NullMarked
package com.ones1ght.adapters.rest.audit;

import org.jspecify.annotations.NullMarked;
