/** Signages within the gateway itself: a hub that decides what each shows, and the pages that show it. */
@NullMarked
package com.ones1ght.adapters.signage.embedded;

import org.jspecify.annotations.NullMarked;
