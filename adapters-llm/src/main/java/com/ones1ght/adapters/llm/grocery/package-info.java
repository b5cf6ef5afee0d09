/** Steps 2 to 4 for a meal of any backend: product matching, cross-selling and the back list. */
@NullMarked
package com.ones1ght.adapters.llm.grocery;

import org.jspecify.annotations.NullMarked;
