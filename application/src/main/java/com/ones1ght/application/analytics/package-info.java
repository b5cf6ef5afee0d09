/** What tenants learn from rounds and events. */
@NullMarked
package com.ones1ght.application.analytics;

import org.jspecify.annotations.NullMarked;
