package com.ones1ght.adapters.rest.barcode;

import com.ones1ght.application.barcode.BarcodeSheet;
import com.ones1ght.application.barcode.GetBarcodesUseCase.Query;
import com.ones1ght.domain.store.Product;
import java.math.BigDecimal;
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

    /** Ads and coupons. */
    record ByChannel(List<Entry> ads, List<Entry> coupon) {}

    /** A product; the image is a data URI. */
    record Entry(
            String name,
            @Nullable String barcode,
            BigDecimal price,
            @Nullable String priceUnit,
            @Nullable String barcodeImage) {

        static Entry from(BarcodeSheet.Entry entry) {
            Product product = entry.product();
            String image = entry.ean13().map(BarcodeImage::dataUri).orElse(null);
            return new Entry(product.name(), product.barcode(), product.price(), product.priceUnit(), image);
        }
    }
}
