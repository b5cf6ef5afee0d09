/** What visits need from outside. */
@NullMarked
package com.ones1ght.application.visit.port;

import org.jspecify.annotations.NullMarked;
