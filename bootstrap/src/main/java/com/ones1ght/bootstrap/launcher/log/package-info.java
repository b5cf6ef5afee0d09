/** The form of the server's log, from the first line of the launcher to the last one of the server. */
@NullMarked
package com.ones1ght.bootstrap.launcher.log;

import org.jspecify.annotations.NullMarked;
