/** The floor: resources that exist in the benchmark's deployment alone. */
@NullMarked
package com.ones1ght.bootstrap.benchmark.floor;

import org.jspecify.annotations.NullMarked;
