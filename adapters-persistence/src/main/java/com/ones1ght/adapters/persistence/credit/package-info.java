/** Credit balances and their ledger in the database. */
@NullMarked
package com.ones1ght.adapters.persistence.credit;

import org.jspecify.annotations.NullMarked;
