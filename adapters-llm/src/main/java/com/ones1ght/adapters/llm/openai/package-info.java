/** Meals by any server that speaks OpenAI's chat completions; the rest of a run is the store's. */
@NullMarked
package com.ones1ght.adapters.llm.openai;

import org.jspecify.annotations.NullMarked;
