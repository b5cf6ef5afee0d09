/** The pipeline whose meals come from an OpenAI-compatible server; the other steps use the store only. */
@NullMarked
package com.ones1ght.adapters.llm.openai;

import org.jspecify.annotations.NullMarked;
