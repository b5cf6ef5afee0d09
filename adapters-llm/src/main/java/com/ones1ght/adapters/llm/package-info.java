/** The recommendation pipeline's backends, one package each. */
@NullMarked
package com.ones1ght.adapters.llm;

import org.jspecify.annotations.NullMarked;
