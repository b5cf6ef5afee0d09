package com.ones1ght.application.chat.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.dietary.DietaryReport;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.GuardedList;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.recommendation.WithheldItem;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A backend that recommends what the shopper must not get: the samples' runs avoid egg and follow halal. */
class GuardedRunTest {

    private final Bench bench = new Bench();

    /** The products of the samples' shopping list, recommended item and coupon. */
    private void sell(Allergen listed, Allergen recommended, Allergen couponed) {
        bench.store.with(containing(Long.MAX_VALUE, listed), containing(5, recommended), containing(-1, couponed));
    }

    private static Product containing(long id, Allergen allergen) {
        return new Product(
                new ProductId(id),
                "p" + id,
                null,
                null,
                null,
                BigDecimal.TEN,
                "₩",
                null,
                null,
                "PR",
                null,
                null,
                null,
                new ProductDietaryData(List.of(allergen), null, null));
    }

    /** Of a shopper in the store of the bench. */
    private Started aChargedRound() {
        Instant now = bench.clock.instant();
        Profile profile = new Profile(
                new ProfileId(UUID.randomUUID()),
                bench.storage.anOwner(),
                new ProfileDocument("{}"),
                new ProfileFacts(null, null, null, null, null, null, null, DeclaredRestrictions.NONE),
                now,
                now);
        bench.storage.run(() -> bench.storage.profiles().add(profile));
        Started started = bench.storage.aStartedRoundOf(profile, now);
        Charge charge = new Charge(started.round().id(), started.round().run(), 1);
        bench.storage.run(() -> bench.storage.credits().charge(started.owner().tenant(), charge, now));
        return started;
    }

    private RoundResult result(Started started) {
        return bench.storage
                .chatQueries()
                .result(
                        started.owner(),
                        started.profile().id(),
                        started.chat().id(),
                        started.round().id())
                .orElseThrow();
    }

    @Test
    void runShouldCompleteAndCostWhatItAlwaysDoesWithoutTheForbiddenProducts() {
        sell(Allergen.EGG, Allergen.PORK, Allergen.EGG);
        Started started = aChargedRound();
        bench.aStartedNode();

        bench.settle();

        RoundResult result = result(started);
        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(bench.balance(started)).isEqualTo(9);
        assertThat(result.todos()).isEmpty();
        assertThat(result.recommendedItems().items()).isEmpty();
        assertThat(result.notifications().coupons()).isEmpty();
        assertThat(result.guard().withheld())
                .extracting(WithheldItem::list)
                .containsExactly(
                        GuardedList.TODOS, GuardedList.INGREDIENTS, GuardedList.RECOMMENDED_ITEMS, GuardedList.COUPON);
        assertThat(bench.view(started).guard()).isEqualTo(bench.documents.guard(result.guard()));
    }

    @Test
    void whatTheBackendReadInThePromptShouldBeGuardedToo() {
        sell(Allergen.SESAME, Allergen.MILK, Allergen.MILK);
        Started started = aChargedRound();
        DietaryReport report = new DietaryReport(List.of(new AvoidedAllergen(Allergen.SESAME)), List.of("low salt"));
        bench.pipeline.then(call ->
                CompletableFuture.completedFuture(RunSamples.snapshotUpToStep(1).withDietaryReport(report)));
        bench.aStartedNode();

        bench.settle();

        RoundResult result = result(started);
        assertThat(result.todos()).isEmpty();
        assertThat(result.recommendedItems().items()).hasSize(1);
        assertThat(result.guard().restrictions()).contains(new AvoidedAllergen(Allergen.SESAME));
        assertThat(result.guard().unmet()).containsExactly("low salt");
    }
}
