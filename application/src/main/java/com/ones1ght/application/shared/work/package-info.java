/** Work in the background: on a schedule, and off queues that all nodes share. Threads come in as executors. */
@NullMarked
package com.ones1ght.application.shared.work;

import org.jspecify.annotations.NullMarked;
