/** Signages of a store that takes triggers by the store-API, over HTTP. */
@NullMarked
package com.ones1ght.adapters.signage.storeapi;

import org.jspecify.annotations.NullMarked;
