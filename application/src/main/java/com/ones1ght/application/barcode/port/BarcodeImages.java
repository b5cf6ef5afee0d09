package com.ones1ght.application.barcode.port;

import com.ones1ght.domain.barcode.Ean13;

/** Draws barcodes. */
public interface BarcodeImages {

    /** A PNG of the barcode, with quiet zones, that a scanner reads. */
    byte[] png(Ean13 barcode);
}
