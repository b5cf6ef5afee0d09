/** A store behind the store-API, over HTTP. */
@NullMarked
package com.ones1ght.adapters.store.storeapi;

import org.jspecify.annotations.NullMarked;
