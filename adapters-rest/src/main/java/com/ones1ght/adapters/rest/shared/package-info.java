/** Shared by all resources: strict JSON in, envelopes out, and the order in which requests are refused. */
@NullMarked
package com.ones1ght.adapters.rest.shared;

import org.jspecify.annotations.NullMarked;
