/** The only driver of rounds: claims runs, brings them forward step by step, and saves what they become. */
@NullMarked
package com.ones1ght.application.chat.runner;

import org.jspecify.annotations.NullMarked;
