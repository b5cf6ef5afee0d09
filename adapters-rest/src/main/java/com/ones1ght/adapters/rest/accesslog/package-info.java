/** The access log: a record for each request that the application has answered. */
@NullMarked
package com.ones1ght.adapters.rest.accesslog;

import org.jspecify.annotations.NullMarked;
