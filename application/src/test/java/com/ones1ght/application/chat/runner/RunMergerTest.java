package com.ones1ght.application.chat.runner;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.MergedStep;
import com.ones1ght.application.chat.TextResultDocuments;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.shared.InMemoryState.SessionForm;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunMergerTest {
    private static final JsonFragment LIST = JsonFragment.of("[\"두부\",\"unmatched\"]");
    private static final JsonFragment BACK_LIST = JsonFragment.of("[\"rec-3\",\"rec-4\"]");

    private static final SessionForm NO_FORM = new SessionForm(null, null);

    private final FakeStoreCatalog shop = StoreFixtures.aShop().with(theTofuOfTheSamples());
    private final RunMerger merger =
            new RunMerger(shop, new TextResultDocuments(), DietaryGuard.DECLARED, new DietaryCoverage(), Tracing.OFF);

    /** {@link StoreFixtures#TOFU} under the id that the first line of the samples' shopping list has. */
    private static Product theTofuOfTheSamples() {
        Product tofu = StoreFixtures.TOFU;
        return new Product(
                new ProductId(Long.MAX_VALUE),
                tofu.name(),
                tofu.localizedName(),
                tofu.brand(),
                tofu.barcode(),
                tofu.price(),
                tofu.priceUnit(),
                tofu.imageUrl(),
                tofu.quantity(),
                tofu.sectionCode(),
                tofu.sectionName(),
                tofu.localizedSectionName(),
                tofu.location(),
                ProductDietaryData.UNKNOWN);
    }

    private static Round aRoundShowing(int steps) {
        Round created = Chat.begun(new ChatId(UUID.randomUUID()), new ProfileId(UUID.randomUUID()), NOW)
                .followUp(new RoundId(UUID.randomUUID()), new Prompt("p"), Language.KO, NOW);
        return created.absorb(RunSamples.snapshotUpToStep(steps), NOW);
    }

    private RunUpdate merge(int shown, int done, boolean inSession) {
        return merger.merge(
                aRoundShowing(shown),
                RunSamples.snapshotUpToStep(done),
                RoundGuard.NONE,
                StoreFixtures.CORNER_SHOP,
                inSession,
                NOW);
    }

    @Test
    void sessionFormShouldHaveTheListWithWhatTheStoreDoesNotKnow() {
        assertThat(SessionForm.of(merge(1, 2, true))).isEqualTo(new SessionForm(LIST, null));
    }

    @Test
    void sessionFormShouldHaveOnlyWhatIsNew() {
        assertThat(SessionForm.of(merge(3, 4, true))).isEqualTo(new SessionForm(null, BACK_LIST));
        assertThat(SessionForm.of(merge(2, 4, true))).isEqualTo(new SessionForm(null, BACK_LIST));
        assertThat(SessionForm.of(merge(0, 3, true))).isEqualTo(new SessionForm(LIST, null));
        assertThat(SessionForm.of(merge(0, 4, true))).isEqualTo(new SessionForm(LIST, BACK_LIST));
    }

    @Test
    void stepsThatTheSessionFormDoesNotShowShouldBringNone() {
        assertThat(SessionForm.of(merge(0, 1, true))).isEqualTo(NO_FORM);
        assertThat(SessionForm.of(merge(2, 3, true))).isEqualTo(NO_FORM);
        assertThat(SessionForm.of(merge(2, 2, true))).isEqualTo(NO_FORM);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void runOutsideOfChatSessionsShouldBringNoSessionForm(int done) {
        assertThat(SessionForm.of(merge(0, done, false))).isEqualTo(NO_FORM);
    }

    @Test
    void roundsFormShouldBeTheSameInASession() {
        RunUpdate inSession = merge(0, 4, true);
        RunUpdate outside = merge(0, 4, false);

        assertThat(inSession.merged())
                .hasSize(3)
                .extracting(MergedStep::document)
                .isEqualTo(outside.merged().stream().map(MergedStep::document).toList());
    }

    @Test
    void valuesShouldBeThoseOfTheNewStepsWithNamesInTheRoundsLanguage() {
        RoundResult result = merge(1, 4, false).result();

        assertThat(result.todos())
                .extracting(todo -> todo.product())
                .containsExactly(theTofuOfTheSamples().namedIn(Language.KO));
        assertThat(result.recommendedItems()).isNotNull();
        assertThat(result.notifications()).isNotNull();
        assertThat(merge(2, 3, false).result())
                .isEqualTo(new RoundResult(null, result.recommendedItems(), null, RoundGuard.NONE));
        assertThat(merge(0, 1, false).result()).isEqualTo(RoundResult.NONE);
    }

    @Test
    void sessionFormShouldNotAskTheStoreOnceMore() {
        merge(0, 4, false);
        int calls = shop.calls();

        merge(0, 4, true);

        assertThat(shop.calls()).isEqualTo(2 * calls);
    }

    @Test
    void mergedProductsWithoutAllergenDataShouldBeCounted() {
        DietaryCoverage coverage = new DietaryCoverage();
        assertThat(coverage.withoutAllergenData()).isZero();

        coverage.count(List.of(StoreFixtures.TOFU, StoreFixtures.KIMCHI, StoreFixtures.ONION, theTofuOfTheSamples()));

        assertThat(coverage.products()).isEqualTo(4);
        assertThat(coverage.withoutAllergenData()).isEqualTo(coverage.products() / 2);
    }
}
