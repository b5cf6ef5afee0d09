package com.ones1ght.application.chat.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.TextResultDocuments;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.shared.InMemoryState.SessionForm;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.application.store.port.StoreFixtures;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.OfferKind;
import com.ones1ght.domain.recommendation.RankedNotification;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.RoundOffers;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.recommendation.WithheldItem;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * For random profiles, product data and answers of backends that recommend whatever they like: nothing that breaks a
 * restriction gets through, and nothing else is held back. What breaks a restriction is decided by {@link LabelOracle},
 * which shares no code with the guard. Each case is reproduced by its seed, which a failure names.
 */
class DietaryGuardPropertyTest {

    private static final int CASES = 1_000;
    private static final Instant NOW = Instant.parse("2026-04-29T05:28:08Z");

    /** A run that has been merged, step by step or at once, as the seed has it. */
    private record Merged(
            List<String> restrictions,
            LyingBackend backend,
            RoundResult result,
            RoundGuard guard,
            @Nullable String sessionList,
            @Nullable String sessionBackList) {

        RoundOffers offers() {
            return result.offers();
        }

        /** All products that a client, a barcode, a trigger or a signage gets from the round. */
        List<Product> products() {
            Stream<@Nullable Product> shown = Stream.of(
                            Objects.requireNonNull(result.todos()).stream().map(item -> item.product()),
                            offers().recommended().stream().map(item -> item.product()),
                            offers().ads().stream().map(RankedNotification::product),
                            offers().coupons().stream().map(RankedNotification::product))
                    .flatMap(products -> products);
            return shown.filter(Objects::nonNull).toList();
        }
    }

    private static Merged merged(int seed, DietaryGuard guard) {
        Random random = new Random(seed);
        LyingBackend backend = new LyingBackend(random);
        RandomProfile profile = new RandomProfile(random);
        FakeStoreCatalog shop = new FakeStoreCatalog(StoreFixtures.CORNER_SHOP)
                .with(backend.products().toArray(Product[]::new));
        RunMerger merger = new RunMerger(shop, new TextResultDocuments(), guard, new DietaryCoverage(), Tracing.OFF);
        Round round = Chat.begun(new ChatId(new UUID(0, seed)), new ProfileId(new UUID(1, seed)), NOW)
                .followUp(new RoundId(new UUID(2, seed)), new Prompt("p"), Language.EN, NOW);
        DeclaredRestrictions declared = DeclaredRestrictions.of(profile.document());
        assertThat(declared.unknown())
                .as("seed %s: %s", seed, profile.document())
                .isEmpty();
        RoundGuard current = RoundGuard.of(declared);
        PipelineSnapshot snapshot = PipelineSnapshot.empty();
        RoundResult result = RoundResult.NONE;
        Optional<String> sessionList = Optional.empty();
        Optional<String> sessionBackList = Optional.empty();
        for (int step = 1; step <= 4; step++) {
            snapshot = backend.answer(step, snapshot);
            if (step < 4 && random.nextBoolean()) {
                continue;
            }
            RunUpdate update = merger.merge(round, snapshot, current, StoreFixtures.CORNER_SHOP, true, NOW);
            round = update.round();
            RoundResult news = update.result();
            current = news.guard().isEmpty() ? current : news.guard();
            result = new RoundResult(
                    news.todos() == null ? result.todos() : news.todos(),
                    news.recommendedItems() == null ? result.recommendedItems() : news.recommendedItems(),
                    news.notifications() == null ? result.notifications() : news.notifications(),
                    current);
            SessionForm form = SessionForm.of(update);
            sessionList = Optional.ofNullable(form.shoppingList())
                    .map(Object::toString)
                    .or(optional(sessionList));
            sessionBackList =
                    Optional.ofNullable(form.backList()).map(Object::toString).or(optional(sessionBackList));
        }
        return new Merged(
                profile.codes(), backend, result, current, sessionList.orElse(null), sessionBackList.orElse(null));
    }

    private static Supplier<Optional<String>> optional(Optional<String> known) {
        return () -> known;
    }

    @Test
    void nothingThatIsKnownToBreakARestrictionShouldGetThroughAndNothingElseBeWithheld() {
        for (int seed = 0; seed < CASES; seed++) {
            Merged run = merged(seed, DietaryGuard.DECLARED);
            LabelOracle oracle = new LabelOracle(run.restrictions());

            assertSafe(seed, run, product -> oracle.isKnownToBreak(product.dietary()));
            for (WithheldItem item : run.guard().withheld()) {
                assertThat(item.because())
                        .as("seed %s: %s", seed, item)
                        .isNotEmpty()
                        .allSatisfy(reason -> assertThat(run.restrictions()).contains(reason.code()));
            }
            Set<Long> withheld = withheldProducts(run);
            assertThat(run.backend().products().stream()
                            .filter(product -> withheld.contains(product.id().value()))
                            .filter(product -> !oracle.isKnownToBreak(product.dietary())))
                    .as("seed %s: withheld without a reason", seed)
                    .isEmpty();
            assertThat(run.products().size() - productsOfAds(run))
                    .as("seed %s: everything is shown or withheld", seed)
                    .isEqualTo(run.backend().shownProducts().stream()
                            .filter(product -> !oracle.isKnownToBreak(product.dietary()))
                            .count());
        }
    }

    /** The best three of them alone are shown. */
    private static long productsOfAds(Merged run) {
        return run.offers().ads().stream().filter(ad -> ad.product() != null).count();
    }

    @Test
    void strictlyOnlyWhatIsKnownToSuitShouldGetThrough() {
        for (int seed = 0; seed < CASES; seed++) {
            Merged run = merged(seed, DietaryGuard.STRICT);
            LabelOracle oracle = new LabelOracle(run.restrictions());

            assertSafe(seed, run, product -> !oracle.isKnownToSuit(product.dietary()));
            if (oracle.restrictsProducts()) {
                assertThat(Stream.concat(run.offers().ads().stream(), run.offers().coupons().stream())
                                .filter(offer -> offer.product() == null))
                        .as("seed %s: items without a product", seed)
                        .isEmpty();
                assertThat(run.sessionList()).as("seed %s", seed).doesNotContain("unmatched");
            }
        }
    }

    private static void assertSafe(int seed, Merged run, Predicate<Product> isForbidden) {
        List<Product> forbidden =
                run.backend().products().stream().filter(isForbidden).toList();
        Set<Long> ids = forbidden.stream().map(product -> product.id().value()).collect(Collectors.toSet());
        assertThat(run.products())
                .as("seed %s: %s in the lists", seed, run.restrictions())
                .extracting(product -> product.id().value())
                .allMatch(id -> !ids.contains(id));
        for (Product product : forbidden) {
            assertThat(run.sessionList())
                    .as("seed %s: %s in the session's list", seed, run.restrictions())
                    .doesNotContain("\"" + product.nameIn(Language.EN) + "\"");
        }
        for (String recId : run.backend().recommendationIdsOf(ids)) {
            assertThat(run.sessionBackList())
                    .as("seed %s: session's back list", seed)
                    .doesNotContain("\"" + recId + "\"");
            for (OfferKind kind : OfferKind.values()) {
                assertThat(run.offers().find(kind, recId))
                        .as("seed %s: trigger", seed)
                        .isEmpty();
            }
            assertThat(run.guard().withholds(recId))
                    .as("seed %s: %s", seed, recId)
                    .isTrue();
        }
        assertThat(Objects.requireNonNull(run.result().todos()).stream()
                        .map(item -> item.product().price().multiply(BigDecimal.valueOf(item.quantity())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("seed %s: total", seed)
                .isNotNegative();
        assertThat(run.offers().ads())
                .as("seed %s: ranks", seed)
                .extracting(RankedNotification::rank)
                .containsExactlyElementsOf(ranks(run.offers().ads().size()));
    }

    private static List<Integer> ranks(int count) {
        List<Integer> ranks = new ArrayList<>();
        for (int rank = 1; rank <= count; rank++) {
            ranks.add(rank);
        }
        return ranks;
    }

    private static Set<Long> withheldProducts(Merged run) {
        return run.guard().withheld().stream()
                .filter(item -> item.productId() != null)
                .map(item -> item.productId().value())
                .collect(Collectors.toSet());
    }
}
