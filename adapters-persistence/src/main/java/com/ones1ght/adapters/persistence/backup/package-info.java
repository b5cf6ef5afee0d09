/** Backup of the whole database to one file, and its restoration: for operators, without an application server. */
@NullMarked
package com.ones1ght.adapters.persistence.backup;

import org.jspecify.annotations.NullMarked;
