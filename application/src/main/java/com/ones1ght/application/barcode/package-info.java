/** Barcodes of what a round recommends. */
@NullMarked
package com.ones1ght.application.barcode;

import org.jspecify.annotations.NullMarked;
