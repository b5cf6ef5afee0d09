/** Stores: products, coupon spots, signages, co-purchases. */
@NullMarked
package com.ones1ght.domain.store;

import org.jspecify.annotations.NullMarked;
