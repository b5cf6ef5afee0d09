package com.ones1ght.application.barcode;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.barcode.port.RoundProducts;
import com.ones1ght.application.barcode.port.RoundProducts.Item;
import com.ones1ght.application.barcode.port.RoundProducts.Products;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.shared.NotFoundException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GetBarcodesServiceTest {
    private static final String VALID = "4006381333931";

    private final InMemoryStorage storage = new InMemoryStorage();
    private final Started started = storage.aStartedRoundOf(storage.aProfile(), NOW);
    private final List<RoundView> asked = new ArrayList<>();
    private Products products = new Products(List.of(), List.of(), List.of(), List.of());
    private final RoundProducts roundProducts = round -> {
        asked.add(round);
        return products;
    };
    private final GetBarcodesService service =
            new GetBarcodesService(storage.chatViews(), roundProducts, barcode -> ("png of " + barcode.digits())
                    .getBytes(StandardCharsets.UTF_8));

    @Test
    void productsShouldStayWhereTheyStandInTheRound() {
        products = new Products(
                List.of(anItem("todo", VALID)),
                List.of(anItem("recommended", VALID)),
                List.of(anItem("ad", VALID)),
                List.of(anItem("coupon", VALID), anItem("todo", VALID)));

        BarcodeSheet sheet = sheet(started.round().id());

        assertThat(sheet.todos()).extracting(BarcodeSheet.Entry::name).containsExactly("todo");
        assertThat(sheet.recommends()).extracting(BarcodeSheet.Entry::name).containsExactly("recommended");
        assertThat(sheet.ads()).extracting(BarcodeSheet.Entry::name).containsExactly("ad");
        assertThat(sheet.coupons()).extracting(BarcodeSheet.Entry::name).containsExactly("coupon", "todo");
        assertThat(asked)
                .extracting(RoundView::id)
                .containsExactly(started.round().id());
    }

    @Test
    void onlyValidBarcodesShouldHaveAPicture() {
        products = new Products(
                List.of(
                        anItem("valid", VALID),
                        anItem("wrong check digit", "4006381333932"),
                        anItem("too short", "400638133393"),
                        anItem("letters", "400638133393X"),
                        anItem("none", null)),
                List.of(),
                List.of(),
                List.of());

        List<BarcodeSheet.Entry> entries = sheet(started.round().id()).todos();

        assertThat(entries.get(0).png()).asString(StandardCharsets.UTF_8).isEqualTo("png of " + VALID);
        assertThat(entries.subList(1, 5)).allMatch(entry -> entry.png() == null);
        assertThat(entries)
                .extracting(BarcodeSheet.Entry::barcode)
                .containsExactly(VALID, "4006381333932", "400638133393", "400638133393X", null);
    }

    @Test
    void roundThatIsNotTheOwnersShouldNotBeFound() {
        assertThatThrownBy(() -> sheet(new RoundId(UUID.randomUUID()))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.get(new GetBarcodesUseCase.Query(
                        storage.anOwner(),
                        started.profile().id(),
                        started.chat().id(),
                        started.round().id())))
                .isInstanceOf(NotFoundException.class);
        assertThat(asked).isEmpty();
    }

    private BarcodeSheet sheet(RoundId round) {
        return service.get(new GetBarcodesUseCase.Query(
                started.owner(), started.profile().id(), started.chat().id(), round));
    }

    private static Item anItem(String name, @Nullable String barcode) {
        return new Item(name, barcode, new BigDecimal("1980"), "₩");
    }
}
