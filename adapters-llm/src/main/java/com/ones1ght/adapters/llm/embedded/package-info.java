/**
 * The pipeline that needs no model: the cookbook's meal, then the grocery steps. A demonstration backend,
 * deterministic and offline.
 */
@NullMarked
package com.ones1ght.adapters.llm.embedded;

import org.jspecify.annotations.NullMarked;
