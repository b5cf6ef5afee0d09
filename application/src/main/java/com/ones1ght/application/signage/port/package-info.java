/** What signages need of the outside. */
@NullMarked
package com.ones1ght.application.signage.port;

import org.jspecify.annotations.NullMarked;
