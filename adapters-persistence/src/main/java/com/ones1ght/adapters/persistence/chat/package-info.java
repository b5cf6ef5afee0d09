/** Chats, rounds and the queue of runs in the database. */
@NullMarked
package com.ones1ght.adapters.persistence.chat;

import org.jspecify.annotations.NullMarked;
