/** Which model answers for whom. */
@NullMarked
package com.ones1ght.adapters.llm.routing;

import org.jspecify.annotations.NullMarked;
