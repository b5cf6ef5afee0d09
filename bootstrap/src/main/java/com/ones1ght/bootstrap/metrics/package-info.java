/** The figures that operators watch: a catalogue of all metrics, and their exposition for Prometheus. */
@NullMarked
package com.ones1ght.bootstrap.metrics;

import org.jspecify.annotations.NullMarked;
