/** Puts the parts together: which adapter stands behind which port, with which settings, and when they start. */
@NullMarked
package com.ones1ght.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
