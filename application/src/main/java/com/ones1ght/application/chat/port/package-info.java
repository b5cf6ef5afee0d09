/** What chats need from outside: storage and the pipeline. */
@NullMarked
package com.ones1ght.application.chat.port;

import org.jspecify.annotations.NullMarked;
