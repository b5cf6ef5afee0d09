/** Tenants and their settings. */
@NullMarked
package com.ones1ght.application.tenant;

import org.jspecify.annotations.NullMarked;
