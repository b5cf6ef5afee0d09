/** The barcodes' resource, and their pictures. */
@NullMarked
package com.ones1ght.adapters.rest.barcode;

import org.jspecify.annotations.NullMarked;
