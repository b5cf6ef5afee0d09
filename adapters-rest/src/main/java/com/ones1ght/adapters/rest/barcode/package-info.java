/** Barcodes over HTTP, and their images. */
@NullMarked
package com.ones1ght.adapters.rest.barcode;

import org.jspecify.annotations.NullMarked;
