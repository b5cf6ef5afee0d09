/** Calls to models over HTTP with JSON: no thread for the length of a call, limits on time, size and number. */
@NullMarked
package com.ones1ght.adapters.llm.http;

import org.jspecify.annotations.NullMarked;
