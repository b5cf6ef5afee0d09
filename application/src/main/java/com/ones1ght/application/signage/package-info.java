/** Greeting shoppers on the screens of the store. */
@NullMarked
package com.ones1ght.application.signage;

import org.jspecify.annotations.NullMarked;
