/** Balances, the ledger, charges and refunds. */
@NullMarked
package com.ones1ght.application.credit;

import org.jspecify.annotations.NullMarked;
