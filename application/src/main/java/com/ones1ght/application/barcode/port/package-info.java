/** What barcodes need of the outside. */
@NullMarked
package com.ones1ght.application.barcode.port;

import org.jspecify.annotations.NullMarked;
