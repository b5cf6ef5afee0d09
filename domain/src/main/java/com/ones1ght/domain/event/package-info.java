/** What happened on the shop floor: events reported by apps, and the triggers that cause them. */
@NullMarked
package com.ones1ght.domain.event;

import org.jspecify.annotations.NullMarked;
