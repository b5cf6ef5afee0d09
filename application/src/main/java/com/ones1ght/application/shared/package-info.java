/** Shared by all features of the application. */
@NullMarked
package com.ones1ght.application.shared;

import org.jspecify.annotations.NullMarked;
