/** What chats need of the outside: storage, the pipeline, wake-ups. */
@NullMarked
package com.ones1ght.application.chat.port;

import org.jspecify.annotations.NullMarked;
