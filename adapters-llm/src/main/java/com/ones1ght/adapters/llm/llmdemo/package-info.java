/** The pipeline that calls an llm-demo server over HTTP. */
@NullMarked
package com.ones1ght.adapters.llm.llmdemo;

import org.jspecify.annotations.NullMarked;
