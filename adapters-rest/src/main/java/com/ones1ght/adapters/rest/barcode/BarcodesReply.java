package com.ones1ght.adapters.rest.barcode;

import com.ones1ght.application.barcode.BarcodeSheet;
import com.ones1ght.application.barcode.GetBarcodesUseCase.Query;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The barcodes of a round on the wire. */
record BarcodesReply(
        String chatId, String roundId, List<Entry> todos, List<Entry> recommends, ByChannel notifications) {

    static BarcodesReply from(Query query, BarcodeSheet sheet) {
        return new BarcodesReply(
                query.chat().toString(),
                query.round().toString(),
                entries(sheet.todos()),
                entries(sheet.recommends()),
                new ByChannel(entries(sheet.ads()), entries(sheet.coupons())));
    }

    private static List<Entry> entries(List<BarcodeSheet.Entry> entries) {
        return entries.stream().map(Entry::from).toList();
    }

    /** Ads and coupons apart. */
    record ByChannel(List<Entry> ads, List<Entry> coupon) {}

    /** A product; the picture is a data URI. */
    record Entry(
            String name,
            @Nullable String barcode,
            BigDecimal price,
            String priceUnit,
            @Nullable String barcodeImage) {

        static Entry from(BarcodeSheet.Entry entry) {
            return new Entry(entry.name(), entry.barcode(), entry.price(), entry.priceUnit(), dataUri(entry.png()));
        }

        private static @Nullable String dataUri(byte @Nullable [] png) {
            return png == null
                    ? null
                    : "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
        }
    }
}
