/** What a tenant learns from rounds and events. */
@NullMarked
package com.ones1ght.domain.analytics;

import org.jspecify.annotations.NullMarked;
