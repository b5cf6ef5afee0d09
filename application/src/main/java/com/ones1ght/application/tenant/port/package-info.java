/** What tenant needs of the outside. */
@NullMarked
package com.ones1ght.application.tenant.port;

import org.jspecify.annotations.NullMarked;
