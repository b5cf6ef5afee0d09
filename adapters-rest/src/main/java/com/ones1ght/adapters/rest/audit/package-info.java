/** The audit log over HTTP. */
@NullMarked
package com.ones1ght.adapters.rest.audit;

import org.jspecify.annotations.NullMarked;
