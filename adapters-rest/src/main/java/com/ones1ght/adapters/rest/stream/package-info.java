/** Connections that stay open, over which clients get server-sent events. */
@NullMarked
package com.ones1ght.adapters.rest.stream;

import org.jspecify.annotations.NullMarked;
