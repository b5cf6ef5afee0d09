/** Shopping sessions: a shopper's visit with its stamps, and the older way to ask within one. */
@NullMarked
package com.ones1ght.application.visit;

import org.jspecify.annotations.NullMarked;
