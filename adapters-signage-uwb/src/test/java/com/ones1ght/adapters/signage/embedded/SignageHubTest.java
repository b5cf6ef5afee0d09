package com.ones1ght.adapters.signage.embedded;

import static com.ones1ght.adapters.signage.embedded.Stage.AISLE;
import static com.ones1ght.adapters.signage.embedded.Stage.ENTRANCE;
import static com.ones1ght.adapters.signage.embedded.Stage.STORE;
import static com.ones1ght.adapters.signage.embedded.Stage.item;
import static com.ones1ght.application.store.port.StoreFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.signage.port.SignageTriggers;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.SignageEvent;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignageHubTest {

    private static final Showing.Idle IDLE = new Showing.Idle();

    private final Stage stage = new Stage();

    @Test
    void screenShouldBeIdleAtFirst() {
        assertThat(stage.hub.showing(ENTRANCE)).isEqualTo(IDLE);
        assertThat(stage.hub.showing(AISLE)).isEqualTo(IDLE);
    }

    @Test
    void entranceShouldShowTheItemWithTheHighestDiscount() {
        stage.forward(stage.anna()
                .items("[" + item("milk", "5") + "," + item("bread", "17.5") + "," + item("eggs", "9") + "]")
                .enter());

        assertThat(stage.card().name().en()).isEqualTo("bread");
        assertThat(stage.card().discountPct()).isEqualByComparingTo("17.5");
    }

    @Test
    void secondScreenShouldShowTheSecondItem() {
        stage.forward(stage.anna()
                .items("[" + item("milk", "50") + "," + item("bread") + "," + item("eggs") + "]")
                .enter());

        assertThat(stage.sections().offer().name().en()).isEqualTo("bread");
    }

    @Test
    void secondScreenShouldShowTheFirstItemWhenThereIsNoSecond() {
        stage.forward(stage.anna().items("[" + item("milk") + "]").enter());

        assertThat(stage.sections().offer().name().en()).isEqualTo("milk");
    }

    @Test
    void secondScreenShouldShowTheFirstForgottenItem() {
        stage.forward(stage.anna()
                .forgotten("[{\"name\":\"양파\",\"quantity\":1},{\"name\":\"감자\"}]")
                .enter());

        assertThat(stage.sections().forgotten().name().ko()).isEqualTo("양파");
    }

    @Test
    void sectionsWithoutDataShouldBeHidden() {
        stage.forward(stage.anna().items("[" + item("milk") + "]").enter());
        assertThat(stage.sections().forgotten()).isNull();

        stage.forward(stage.anna().forgotten("[{\"name\":\"양파\"}]").enter());
        assertThat(stage.sections().offer()).isNull();
        assertThat(stage.sections().event()).isNotNull();
    }

    @Test
    void withoutAnythingToShowTheScreenShouldBeIdle() {
        Stage without = new Stage(new FakeStoreCatalog(STORE).with(event(1, false)), Runnable::run);
        without.forward(without.anna().enter());

        assertThat(without.hub.showing(AISLE)).isEqualTo(IDLE);
        assertThat(without.hub.showing(ENTRANCE)).isEqualTo(IDLE);
    }

    @Test
    void entryWithoutContentShouldReplaceThePreviousOne() {
        stage.forward(stage.anna().items("[" + item("milk") + "]").enter());

        stage.forward(stage.ben().enter());

        assertThat(stage.hub.showing(ENTRANCE)).isEqualTo(IDLE);
    }

    @Test
    void secondScreenShouldShowTheEnabledMessageSelectedByLot() {
        Stage three = new Stage(
                new FakeStoreCatalog(STORE).with(event(1, true), event(2, false), event(3, true), event(4, true)),
                Runnable::run);
        List<String> titles = new ArrayList<>();
        for (int lot : new int[] {0, 1, 2, 3, Integer.MAX_VALUE}) {
            three.lot.set(lot);
            three.forward(three.anna().enter());
            titles.add(three.sections().event().title().en());
        }

        assertThat(titles).containsExactly("Sale 1", "Sale 3", "Sale 4", "Sale 1", "Sale 3");
    }

    /** An egg, a bag without data, and a product that the store does not know, each with a message about it. */
    private static Stage aStageWithMessagesAboutProducts(DietaryGuard guard) {
        var egg = StoreFixtures.with(
                new ProductDietaryData(List.of(Allergen.EGG), null, null),
                StoreFixtures.product(1, LocalizedText.same("egg"), "DY"));
        var bag = StoreFixtures.product(2, LocalizedText.same("bag"), "HH");
        return new Stage(
                new FakeStoreCatalog(STORE)
                        .with(egg, bag)
                        .with(about(1, egg.id()), about(2, bag.id()), about(3, new ProductId(99)), about(4)),
                Runnable::run,
                guard);
    }

    private static SignageEvent about(long id, ProductId... products) {
        return new SignageEvent(
                id, LocalizedText.same("Sale " + id), LocalizedText.same("Today"), null, true, List.of(products));
    }

    private static Set<String> drawn(Stage stage, Restriction... restrictions) {
        Set<String> titles = new TreeSet<>();
        for (int lot = 0; lot < 12; lot++) {
            stage.lot.set(lot);
            stage.forward(stage.anna().restrictedBy(restrictions).enter());
            Showing showing = stage.hub.showing(AISLE);
            titles.add(((Showing.Sections) showing).event().title().en());
        }
        return titles;
    }

    @Test
    void messageAboutAForbiddenProductShouldNotBeDrawn() {
        Restriction noEgg = new Restriction.AvoidedAllergen(Allergen.EGG);

        assertThat(drawn(aStageWithMessagesAboutProducts(DietaryGuard.DECLARED), noEgg))
                .containsExactly("Sale 2", "Sale 3", "Sale 4");
        assertThat(drawn(aStageWithMessagesAboutProducts(DietaryGuard.STRICT), noEgg))
                .containsExactly("Sale 4");
        assertThat(drawn(aStageWithMessagesAboutProducts(DietaryGuard.OFF), noEgg))
                .hasSize(4);
        assertThat(drawn(aStageWithMessagesAboutProducts(DietaryGuard.STRICT))).hasSize(4);
        assertThat(drawn(aStageWithMessagesAboutProducts(DietaryGuard.STRICT), new Restriction.Dislike("egg")))
                .hasSize(4);
    }

    @Test
    void messageShouldNotChangeWhileTheEntryIsShown() {
        Stage two = new Stage(new FakeStoreCatalog(STORE).with(event(1, true), event(2, true)), Runnable::run);
        two.forward(two.anna().enter());
        Showing first = two.hub.showing(AISLE);
        two.lot.set(1);

        assertThat(two.hub.showing(AISLE)).isEqualTo(first);
    }

    @Test
    void furtherScreensShouldShowSectionsLikeTheSecond() {
        stage.forward(stage.anna().items("[" + item("milk") + "]").enter());

        assertThat(stage.hub.showing(new Screen(STORE, 3))).isEqualTo(stage.hub.showing(AISLE));
        assertThat(stage.hub.showing(new Screen(STORE, 77))).isInstanceOf(Showing.Sections.class);
    }

    @Test
    void triggerForOneSignageShouldNotAffectTheOthers() {
        stage.forward(stage.anna().signage(2).items("[" + item("milk") + "]").enter());

        assertThat(stage.hub.showing(ENTRANCE)).isEqualTo(IDLE);
        assertThat(stage.sections().offer().name().en()).isEqualTo("milk");
    }

    @Test
    void otherStoresShouldNotBeAffected() {
        stage.forward(stage.anna().items("[" + item("milk") + "]").enter());

        assertThat(stage.hub.showing(new Screen(new StoreId("other"), 1))).isEqualTo(IDLE);
    }

    @Test
    void exitShouldReturnTheScreenToIdleAtOnce() {
        stage.forward(stage.anna().items("[" + item("milk") + "]").enter());

        stage.forward(stage.anna().exit());

        assertThat(stage.hub.showing(ENTRANCE)).isEqualTo(IDLE);
        assertThat(stage.hub.showing(AISLE)).isEqualTo(IDLE);
    }

    @Test
    void exitOfAnotherShopperShouldChangeNothing() {
        stage.forward(stage.anna().items("[" + item("milk") + "]").enter());

        stage.forward(stage.ben().exit());
        stage.forward(stage.ben().signage(1).exit());

        assertThat(stage.card().name().en()).isEqualTo("milk");
    }

    @Test
    void exitOfAReplacedShopperShouldChangeNothing() {
        stage.forward(stage.anna().items("[" + item("milk") + "]").enter());
        stage.forward(stage.ben().items("[" + item("wine") + "]").enter());

        stage.forward(stage.anna().exit());
        assertThat(stage.card().name().en()).isEqualTo("wine");

        stage.forward(stage.ben().exit());
        assertThat(stage.hub.showing(ENTRANCE))
                .as("a replaced entry does not come back")
                .isEqualTo(IDLE);
    }

    @Test
    void exitFromOneSignageShouldKeepTheShoppersOtherEntries() {
        stage.forward(stage.anna().items("[" + item("milk") + "]").enter());

        stage.forward(stage.anna().signage(1).exit());

        assertThat(stage.hub.showing(ENTRANCE)).isEqualTo(IDLE);
        assertThat(stage.sections().offer().name().en()).isEqualTo("milk");
    }

    @Test
    void exitFromAllShouldEndOnlyTheShoppersOwnEntries() {
        stage.forward(stage.anna().signage(1).items("[" + item("milk") + "]").enter());
        stage.forward(stage.ben().signage(2).items("[" + item("wine") + "]").enter());

        stage.forward(stage.anna().exit());

        assertThat(stage.hub.showing(ENTRANCE)).isEqualTo(IDLE);
        assertThat(stage.sections().offer().name().en()).isEqualTo("wine");
    }

    @Test
    void laterEntryForAllShouldReplaceTheOneForASignage() {
        stage.forward(stage.anna().signage(1).items("[" + item("milk") + "]").enter());
        stage.forward(stage.ben().items("[" + item("wine") + "]").enter());

        assertThat(stage.card().name().en()).isEqualTo("wine");
    }

    @Test
    void entryShouldExpire() {
        stage.forward(stage.anna().items("[" + item("milk") + "]").enter());
        stage.clock.advance(Stage.TIMEOUT.minusMillis(1));
        assertThat(stage.card().name().en()).isEqualTo("milk");

        stage.clock.advance(Duration.ofMillis(1));

        assertThat(stage.hub.showing(ENTRANCE)).isEqualTo(IDLE);
    }

    @Test
    void enteringAgainShouldRestartTheTime() {
        stage.forward(stage.anna().items("[" + item("milk") + "]").enter());
        stage.clock.advance(Duration.ofSeconds(59));
        stage.forward(stage.anna().items("[" + item("milk") + "]").enter());
        stage.clock.advance(Duration.ofSeconds(59));

        assertThat(stage.card().name().en()).isEqualTo("milk");
    }

    @Test
    void lateTriggerShouldBeShownForItsRemainingTime() {
        var noticed = stage.clock.instant();
        stage.clock.advance(Duration.ofSeconds(50));
        stage.forward(
                stage.anna().noticedAt(noticed).items("[" + item("milk") + "]").enter());
        assertThat(stage.card().name().en()).isEqualTo("milk");

        stage.clock.advance(Duration.ofSeconds(10));
        assertThat(stage.hub.showing(ENTRANCE)).isEqualTo(IDLE);

        stage.forward(
                stage.ben().noticedAt(noticed).items("[" + item("wine") + "]").enter());
        assertThat(stage.hub.showing(ENTRANCE)).isEqualTo(IDLE);
    }

    @Test
    void triggerFromTheFutureShouldNotBeShownForLonger() {
        stage.forward(stage.anna()
                .noticedAt(stage.clock.instant().plusSeconds(3_600))
                .items("[" + item("milk") + "]")
                .enter());

        stage.clock.advance(Stage.TIMEOUT);

        assertThat(stage.hub.showing(ENTRANCE)).isEqualTo(IDLE);
    }

    @Test
    void repeatedDeliveryShouldNotLightUpTheScreenAgain() {
        UUID delivery = UUID.randomUUID();
        stage.forward(
                stage.anna().delivery(delivery).items("[" + item("milk") + "]").enter());
        stage.forward(stage.anna().exit());

        stage.forward(
                stage.anna().delivery(delivery).items("[" + item("milk") + "]").enter());

        assertThat(stage.hub.showing(ENTRANCE)).isEqualTo(IDLE);
    }

    @Test
    void fabricatedStoresAndSignagesShouldNotAffectRealOnes() {
        stage.forward(stage.anna().items("[" + item("milk") + "]").enter());
        for (int i = 0; i < 900; i++) {
            stage.forward(SignageTriggers.at(new StoreId("made-up-" + i), stage.clock.instant())
                    .items("[" + item("x") + "]")
                    .enter());
            stage.forward(stage.ben().signage(i + 100).exit());
        }

        assertThat(stage.card().name().en()).isEqualTo("milk");
    }

    @Test
    void listenersShouldBeNotifiedUntilTheyAreRemoved() {
        List<StoreId> heard = new ArrayList<>();
        stage.hub.window(STORE);
        Runnable end = stage.hub.listen(heard::add);
        stage.forward(stage.anna().enter());
        stage.forward(stage.anna().exit());
        end.run();
        stage.forward(stage.anna().enter());

        assertThat(heard).containsExactly(STORE, STORE);
    }

    @Test
    void idleContentShouldHaveTheEnabledMessagesAndTheProductsOfTheCouponSpots() {
        IdleContent window = stage.hub.window(STORE);

        assertThat(window.events()).extracting(shown -> shown.title().en()).containsExactly("Sale 1");
        assertThat(window.slides()).isEqualTo(window.events());
        assertThat(window.products())
                .as("two enabled spots in order, then co-purchased products")
                .extracting(product -> product.name().en())
                .containsExactly("Tofu", "Onion", "Kimchi");
        assertThat(window.products().get(0).price())
                .isEqualTo(Price.of(StoreFixtures.TOFU.price(), "₩").orElseThrow());
    }

    @Test
    void idleContentShouldHaveAtMostFourSlidesAndNineProducts() {
        FakeStoreCatalog large = new FakeStoreCatalog(STORE);
        Stage full = new Stage(large, Runnable::run);
        for (int i = 1; i <= 12; i++) {
            var product = StoreFixtures.product(100 + i, LocalizedText.same("p" + i), "PA");
            large.with(product).with(event(i, true));
            full.spots.with(StoreFixtures.spot(100 + i, product, true));
        }

        assertThat(full.hub.window(STORE).slides()).hasSize(4);
        assertThat(full.hub.window(STORE).events()).hasSize(12);
        assertThat(full.hub.window(STORE).products())
                .hasSizeLessThanOrEqualTo(9)
                .hasSizeGreaterThan(6);
    }

    @Test
    void idleContentShouldBeKeptWhileTheStoreIsUnavailable() {
        IdleContent before = stage.hub.window(STORE);
        stage.catalog.goAway();
        stage.clock.advance(Duration.ofMinutes(2));
        assertThat(stage.hub.window(STORE)).isEqualTo(before);

        stage.catalog.comeBack();
        stage.catalog.with(event(9, true));
        stage.clock.advance(Duration.ofSeconds(11));

        assertThat(stage.hub.window(STORE).events()).hasSize(2);
    }

    @Test
    void idleContentShouldBeLoadedAtMostOnceAMinute() {
        stage.hub.window(STORE);
        int calls = stage.catalog.calls();
        for (int i = 0; i < 59; i++) {
            stage.clock.advance(Duration.ofSeconds(1));
            stage.hub.window(STORE);
        }
        assertThat(stage.catalog.calls()).isEqualTo(calls);

        stage.clock.advance(Duration.ofSeconds(1));
        stage.hub.window(STORE);

        assertThat(stage.catalog.calls()).isGreaterThan(calls);
    }

    @Test
    void readsShouldNotWaitForASlowStoreAndListenersShouldBeNotifiedOfItsAnswer() {
        ManualExecutor loaders = new ManualExecutor();
        Stage slow = new Stage(StoreFixtures.aShop(), loaders);
        List<StoreId> heard = new ArrayList<>();
        slow.hub.listen(heard::add);

        slow.forward(slow.anna().items("[" + item("milk") + "]").enter());
        assertThat(slow.sections().event()).isNull();
        assertThat(slow.hub.window(STORE)).isEqualTo(IdleContent.EMPTY);
        heard.clear();
        loaders.runAll();

        assertThat(heard).containsExactly(STORE);
        assertThat(slow.sections().event()).isNotNull();
    }

    @Test
    void locationsOfTheScreensShouldOutliveAFailureOfTheStore() {
        Map<Integer, Location> known = stage.hub.window(STORE).screens();
        assertThat(known).containsOnlyKeys(1, 2);
        stage.catalog.goAway();
        stage.clock.advance(Duration.ofMinutes(2));

        assertThat(stage.hub.window(STORE).screens()).isEqualTo(known);
    }

    @Test
    void rejectingExecutorShouldDoNoHarm() {
        ManualExecutor loaders = new ManualExecutor();
        loaders.reject(true);
        Stage stopping = new Stage(StoreFixtures.aShop(), loaders);

        assertThat(stopping.hub.window(STORE)).isEqualTo(IdleContent.EMPTY);
    }

    @Test
    void zeroTimeoutShouldBeRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignageHub(
                        stage.catalog,
                        stage.spots,
                        stage.clock,
                        Runnable::run,
                        DietaryGuard.DECLARED,
                        Tracing.OFF,
                        Duration.ZERO))
                .withMessageContaining("ones1ght.signage.timeout");
    }
}
