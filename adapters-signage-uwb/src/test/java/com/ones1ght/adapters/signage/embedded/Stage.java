package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.application.signage.port.SignageTriggers;
import com.ones1ght.application.store.port.FakeCouponSpots;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** A hub in a small store, with a clock and lots that a test controls. */
final class Stage {

    static final StoreId STORE = StoreFixtures.CORNER_SHOP;
    static final Screen ENTRANCE = new Screen(STORE, 1);
    static final Screen AISLE = new Screen(STORE, 2);
    static final Duration TIMEOUT = Duration.ofSeconds(60);
    static final ProfileId ANNA = new ProfileId(UUID.fromString("00000000-0000-7000-8000-00000000000a"));
    static final ProfileId BEN = new ProfileId(UUID.fromString("00000000-0000-7000-8000-00000000000b"));

    final MutableClock clock = new MutableClock(Instant.parse("2026-04-29T05:28:08Z"));
    final FakeStoreCatalog catalog;
    final FakeCouponSpots spots = StoreFixtures.someSpots();
    final AtomicInteger lot = new AtomicInteger();
    final SignageHub hub;

    /** The store of the fixtures: two messages, of which the first is enabled. */
    Stage() {
        this(StoreFixtures.aShop(), Runnable::run);
    }

    Stage(FakeStoreCatalog catalog, Executor loaders) {
        this(catalog, loaders, DietaryGuard.DECLARED);
    }

    Stage(FakeStoreCatalog catalog, Executor loaders, DietaryGuard guard) {
        this.catalog = catalog;
        hub = new SignageHub(catalog, spots, clock, loaders, guard, Tracing.OFF, TIMEOUT, lot::get);
    }

    /** A passage of Anna, detected now. */
    SignageTriggers anna() {
        return SignageTriggers.at(STORE, clock.instant()).of(ANNA);
    }

    /** A passage of Ben, detected now. */
    SignageTriggers ben() {
        return SignageTriggers.at(STORE, clock.instant()).of(BEN);
    }

    void forward(SignageTrigger trigger) {
        hub.forward(trigger).toCompletableFuture().join();
    }

    /** The card of the entrance. */
    ShownProduct card() {
        return ((Showing.Card) hub.showing(ENTRANCE)).product();
    }

    /** The sections of the second screen. */
    Showing.Sections sections() {
        return (Showing.Sections) hub.showing(AISLE);
    }

    /** An item with a name and nothing else that could be shown. */
    static String item(String name) {
        return "{\"rec_id\":\"r\",\"item_name\":\"" + name + "\"}";
    }

    static String item(String name, String discountPct) {
        return "{\"rec_id\":\"r\",\"item_name\":\"" + name + "\",\"discount_pct\":" + discountPct + "}";
    }
}
