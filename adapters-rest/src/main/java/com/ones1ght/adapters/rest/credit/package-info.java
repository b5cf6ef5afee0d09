/** Balance and ledger over HTTP. */
@NullMarked
package com.ones1ght.adapters.rest.credit;

import org.jspecify.annotations.NullMarked;
