/** Chats, their rounds, and the runs of the pipeline. */
@NullMarked
package com.ones1ght.domain.chat;

import org.jspecify.annotations.NullMarked;
