package com.ones1ght.adapters.rest.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.adapters.rest.TestServer;
import com.ones1ght.application.barcode.BarcodeSheet;
import com.ones1ght.application.barcode.BarcodeSheet.Entry;
import com.ones1ght.domain.barcode.Ean13;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BarcodeResourceTest {

    private static final String ID = FakeGateway.ID.toString();

    private final FakeGateway gateway = new FakeGateway();
    private final TestServer server = new TestServer(gateway);

    @AfterEach
    void stop() {
        server.close();
    }

    private static Product aProduct(String name, @Nullable String barcode, BigDecimal price) {
        return new Product(
                new ProductId(1),
                name,
                null,
                null,
                barcode,
                price,
                "¥",
                null,
                null,
                null,
                null,
                null,
                null,
                ProductDietaryData.UNKNOWN);
    }

    @Test
    void productsStandInTheirPlacesWithFiveKeysEach() {
        Entry tofu = new Entry(aProduct("豆腐", "4906028184943", new BigDecimal("1980.0")));
        Entry bag = new Entry(aProduct("Bag", null, BigDecimal.TEN));
        gateway.show(new BarcodeSheet(List.of(tofu), List.of(bag), List.of(tofu), List.of()));
        String tofuShown = "{\"name\":\"豆腐\",\"barcode\":\"4906028184943\",\"price\":1980,\"price_unit\":\"¥\","
                + "\"barcode_image\":\"" + BarcodeImage.dataUri(new Ean13("4906028184943")) + "\"}";
        String bagShown =
                "{\"name\":\"Bag\",\"barcode\":null,\"price\":10,\"price_unit\":\"¥\",\"barcode_image\":null}";
        assertThat(server.call("GET", "/v1/chat/" + ID + "/recommend/" + ID + "/" + ID + "/barcodes")
                        .body())
                .isEqualTo("{\"success\":true,\"data\":{\"chat_id\":\"" + ID + "\",\"round_id\":\"" + ID
                        + "\",\"todos\":[" + tofuShown + "],\"recommends\":[" + bagShown
                        + "],\"notifications\":{\"ads\":[" + tofuShown + "],\"coupon\":[]}}}");
    }
}
