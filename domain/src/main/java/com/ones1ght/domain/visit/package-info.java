/** Shopping sessions: a shopper's way through the store, stamped stage by stage. */
@NullMarked
package com.ones1ght.domain.visit;

import org.jspecify.annotations.NullMarked;
