/** What every feature of the application uses. */
@NullMarked
package com.ones1ght.application.shared;

import org.jspecify.annotations.NullMarked;
