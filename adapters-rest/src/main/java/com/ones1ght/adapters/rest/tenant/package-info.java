/** Tenants and their settings. */
@NullMarked
package com.ones1ght.adapters.rest.tenant;

import org.jspecify.annotations.NullMarked;
