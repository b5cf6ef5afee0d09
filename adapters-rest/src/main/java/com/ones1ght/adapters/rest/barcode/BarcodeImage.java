package com.ones1ght.adapters.rest.barcode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.EAN13Writer;
import com.ones1ght.domain.barcode.Ean13;
import java.util.Base64;
import java.util.Map;

/**
 * Draws EAN-13 symbols in the proportions of the GS1 General Specifications, 5.2: 95 modules and a quiet zone of
 * 11 on either side.
 */
final class BarcodeImage {

    private static final int MODULES = 95;
    private static final int QUIET_ZONES = 22;
    private static final int PIXELS_PER_MODULE = 3;
    private static final int HEIGHT = 150;

    private BarcodeImage() {}

    static String dataUri(Ean13 barcode) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(barcode));
    }

    /** A scannable PNG of the barcode, with quiet zones. */
    static byte[] png(Ean13 barcode) {
        BitMatrix symbol = new EAN13Writer()
                .encode(
                        barcode.digits(),
                        BarcodeFormat.EAN_13,
                        (MODULES + QUIET_ZONES) * PIXELS_PER_MODULE,
                        HEIGHT,
                        Map.of(EncodeHintType.MARGIN, QUIET_ZONES));
        return BlackAndWhitePng.of(symbol.getWidth(), symbol.getHeight(), symbol::get);
    }
}
