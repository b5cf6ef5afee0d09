/** A tenant's language models. */
@NullMarked
package com.ones1ght.adapters.rest.model;

import org.jspecify.annotations.NullMarked;
