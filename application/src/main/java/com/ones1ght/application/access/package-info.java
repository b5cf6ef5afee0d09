/** Letting callers in, and charging them. */
@NullMarked
package com.ones1ght.application.access;

import org.jspecify.annotations.NullMarked;
