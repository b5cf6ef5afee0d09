/** Follows the guide for adapters. */
@NullMarked
package com.ones1ght.bootstrap.guide;

import org.jspecify.annotations.NullMarked;
