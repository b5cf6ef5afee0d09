/** Database access shared by all features: transactions, statements, failures, migration. */
@NullMarked
package com.ones1ght.adapters.persistence.shared;

import org.jspecify.annotations.NullMarked;
