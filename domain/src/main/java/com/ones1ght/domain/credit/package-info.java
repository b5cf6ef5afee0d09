/** What runs cost, when they give it back, and the ledger of it. */
@NullMarked
package com.ones1ght.domain.credit;

import org.jspecify.annotations.NullMarked;
