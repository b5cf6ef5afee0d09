/** The embedded backends together, as the wiring puts them. */
@NullMarked
package com.ones1ght.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
