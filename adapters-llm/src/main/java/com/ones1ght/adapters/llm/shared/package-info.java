/** What the embedded backend's parts share: phrases in three languages, JSON, bundled text files. */
@NullMarked
package com.ones1ght.adapters.llm.shared;

import org.jspecify.annotations.NullMarked;
