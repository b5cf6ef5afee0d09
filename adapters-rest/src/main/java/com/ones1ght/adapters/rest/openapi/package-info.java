/** The OpenAPI document, as it is served. */
@NullMarked
package com.ones1ght.adapters.rest.openapi;

import org.jspecify.annotations.NullMarked;
