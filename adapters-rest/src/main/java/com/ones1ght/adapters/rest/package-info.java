/** The JAX-RS application: what {@code /v1} consists of. */
@NullMarked
package com.ones1ght.adapters.rest;

import org.jspecify.annotations.NullMarked;
