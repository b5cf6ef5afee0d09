/** Asynchronous JSON calls to models over HTTP, with limits on time, size and concurrency. */
@NullMarked
package com.ones1ght.adapters.llm.http;

import org.jspecify.annotations.NullMarked;
