/** Shoppers as the retailer's app describes them. */
@NullMarked
package com.ones1ght.domain.profile;

import org.jspecify.annotations.NullMarked;
