/** Traces: spans as OpenTelemetry records them, sent to a collector by OTLP. */
@NullMarked
package com.ones1ght.bootstrap.telemetry;

import org.jspecify.annotations.NullMarked;
