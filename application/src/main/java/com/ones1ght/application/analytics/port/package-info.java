/** What the application needs for that. */
@NullMarked
package com.ones1ght.application.analytics.port;

import org.jspecify.annotations.NullMarked;
