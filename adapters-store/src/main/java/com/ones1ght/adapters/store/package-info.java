/** Store backends: one sub-package for each. */
@NullMarked
package com.ones1ght.adapters.store;

import org.jspecify.annotations.NullMarked;
