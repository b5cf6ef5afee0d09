/** What events need of the outside: the log, the outbox of the signages, the offers of rounds, and followers. */
@NullMarked
package com.ones1ght.application.event.port;

import org.jspecify.annotations.NullMarked;
