/** The resources of chats, and the documents that clients get. */
@NullMarked
package com.ones1ght.adapters.rest.chat;

import org.jspecify.annotations.NullMarked;
