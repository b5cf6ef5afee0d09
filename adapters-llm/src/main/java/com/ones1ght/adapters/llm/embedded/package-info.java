/**
 * The pipeline that needs no model: a bundled cookbook, prompts understood by keyword in three languages,
 * and the store's own statistics. A demonstration backend, deterministic and offline.
 */
@NullMarked
package com.ones1ght.adapters.llm.embedded;

import org.jspecify.annotations.NullMarked;
