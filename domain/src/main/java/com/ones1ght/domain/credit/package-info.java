/** What runs cost, when it is refunded, and the ledger of a tenant's credits. */
@NullMarked
package com.ones1ght.domain.credit;

import org.jspecify.annotations.NullMarked;
