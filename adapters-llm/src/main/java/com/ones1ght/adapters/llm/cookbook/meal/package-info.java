/** Step 1: chooses and adapts the dish, and writes the texts of the meal. */
@NullMarked
package com.ones1ght.adapters.llm.cookbook.meal;

import org.jspecify.annotations.NullMarked;
