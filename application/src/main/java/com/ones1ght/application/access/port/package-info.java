/** What access needs of the outside. */
@NullMarked
package com.ones1ght.application.access.port;

import org.jspecify.annotations.NullMarked;
