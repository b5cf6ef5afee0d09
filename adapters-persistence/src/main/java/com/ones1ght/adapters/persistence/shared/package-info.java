/** What all features share on their way to the database: transactions, statements, failures, migration. */
@NullMarked
package com.ones1ght.adapters.persistence.shared;

import org.jspecify.annotations.NullMarked;
