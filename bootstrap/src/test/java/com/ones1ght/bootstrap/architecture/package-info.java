/**
 * The rules of the house, checked by a machine. Each one is written once, for a {@link
 * com.ones1ght.bootstrap.architecture.Layout}, and applied three times: to the product, to classes that break it on
 * purpose, and to nothing at all.
 */
@NullMarked
package com.ones1ght.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
