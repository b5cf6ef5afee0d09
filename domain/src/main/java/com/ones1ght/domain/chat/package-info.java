/** Chats, rounds and runs: a conversation, its questions, and their passage through the pipeline. */
@NullMarked
package com.ones1ght.domain.chat;

import org.jspecify.annotations.NullMarked;
