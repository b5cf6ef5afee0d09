/** What the application needs of a store backend. */
@NullMarked
package com.ones1ght.application.store.port;

import org.jspecify.annotations.NullMarked;
