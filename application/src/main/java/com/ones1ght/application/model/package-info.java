/** Tenants' language models. */
@NullMarked
package com.ones1ght.application.model;

import org.jspecify.annotations.NullMarked;
