/** What becomes of recommendations: triggers of the apps, the log of events, and those who follow it. */
@NullMarked
package com.ones1ght.application.event;

import org.jspecify.annotations.NullMarked;
