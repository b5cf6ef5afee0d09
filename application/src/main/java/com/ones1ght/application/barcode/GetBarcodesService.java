package com.ones1ght.application.barcode;

import com.ones1ght.application.barcode.port.BarcodeImages;
import com.ones1ght.application.barcode.port.RoundProducts;
import com.ones1ght.application.chat.ChatView;
import com.ones1ght.application.chat.port.ChatViews;
import com.ones1ght.domain.barcode.Ean13;
import com.ones1ght.domain.shared.NotFoundException;
import java.util.List;

/** Draws the barcodes of what a round stores. */
public final class GetBarcodesService implements GetBarcodesUseCase {

    private final ChatViews views;
    private final RoundProducts products;
    private final BarcodeImages images;

    public GetBarcodesService(ChatViews views, RoundProducts products, BarcodeImages images) {
        this.views = views;
        this.products = products;
        this.images = images;
    }

    @Override
    public BarcodeSheet get(Query query) {
        ChatView chat = views.round(query.owner(), query.profile(), query.chat(), query.round())
                .orElseThrow(NotFoundException::new);
        RoundProducts.Products found = products.of(chat.rounds().get(0));
        return new BarcodeSheet(
                entries(found.todos()), entries(found.recommends()), entries(found.ads()), entries(found.coupons()));
    }

    private List<BarcodeSheet.Entry> entries(List<RoundProducts.Item> items) {
        return items.stream().map(this::entry).toList();
    }

    private BarcodeSheet.Entry entry(RoundProducts.Item item) {
        byte[] png = Ean13.parse(item.barcode()).map(images::png).orElse(null);
        return new BarcodeSheet.Entry(item.name(), item.barcode(), item.price(), item.priceUnit(), png);
    }
}
