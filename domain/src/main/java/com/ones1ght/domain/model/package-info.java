/** Tenants' language models. */
@NullMarked
package com.ones1ght.domain.model;

import org.jspecify.annotations.NullMarked;
