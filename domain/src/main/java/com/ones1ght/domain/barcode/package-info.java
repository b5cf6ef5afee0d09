/** Barcodes that a checkout can scan. */
@NullMarked
package com.ones1ght.domain.barcode;

import org.jspecify.annotations.NullMarked;
