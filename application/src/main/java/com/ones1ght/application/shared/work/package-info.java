/** Background work: on a schedule, and from queues that all nodes share. Threads are passed in as executors. */
@NullMarked
package com.ones1ght.application.shared.work;

import org.jspecify.annotations.NullMarked;
