/** Where a request comes from, seen through the trusted proxies in front of the gateway. */
@NullMarked
package com.ones1ght.adapters.rest.forwarding;

import org.jspecify.annotations.NullMarked;
