/** What the application does with the store's master data. */
@NullMarked
package com.ones1ght.application.store;

import org.jspecify.annotations.NullMarked;
