/** Measures the packaged server over HTTP, beside a floor in the same process; see {@code docs/performance.md}. */
@NullMarked
package com.ones1ght.bootstrap.benchmark;

import org.jspecify.annotations.NullMarked;
