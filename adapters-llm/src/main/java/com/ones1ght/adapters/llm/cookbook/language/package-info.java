/** Language understanding: what a text in Korean, English or Japanese mentions, and what it asks for or rules out. */
@NullMarked
package com.ones1ght.adapters.llm.cookbook.language;

import org.jspecify.annotations.NullMarked;
