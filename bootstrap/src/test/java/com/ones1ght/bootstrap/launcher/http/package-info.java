/** What stands in front of the container. */
@NullMarked
package com.ones1ght.bootstrap.launcher.http;

import org.jspecify.annotations.NullMarked;
