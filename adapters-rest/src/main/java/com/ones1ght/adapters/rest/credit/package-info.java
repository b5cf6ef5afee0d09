/** Balance and ledger, as tenant administrators read them. */
@NullMarked
package com.ones1ght.adapters.rest.credit;

import org.jspecify.annotations.NullMarked;
