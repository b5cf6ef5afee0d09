/** What every feature needs from outside: transactions, ids, signals between nodes. */
@NullMarked
package com.ones1ght.application.shared.port;

import org.jspecify.annotations.NullMarked;
