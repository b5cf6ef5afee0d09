/** The bundled dishes and foods: what they are made of, and which of them an allergy or a diet forbids. */
@NullMarked
package com.ones1ght.adapters.llm.cookbook;

import org.jspecify.annotations.NullMarked;
