/** What audit needs of the outside. */
@NullMarked
package com.ones1ght.application.audit.port;

import org.jspecify.annotations.NullMarked;
