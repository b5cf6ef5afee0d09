/** The figures that operators watch: a catalogue of all metrics, and their exposition for Prometheus. */
@NullMarked
package com.ones1ght.adapters.metrics;

import org.jspecify.annotations.NullMarked;
