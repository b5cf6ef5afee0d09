/** Tenants and their settings. */
@NullMarked
package com.ones1ght.domain.tenant;

import org.jspecify.annotations.NullMarked;
