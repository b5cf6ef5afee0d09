/** Understands a whole request: prompt, conversation so far and profile. */
@NullMarked
package com.ones1ght.adapters.llm.cookbook.request;

import org.jspecify.annotations.NullMarked;
