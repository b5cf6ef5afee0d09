/** Selects the model of each run. */
@NullMarked
package com.ones1ght.adapters.llm.routing;

import org.jspecify.annotations.NullMarked;
