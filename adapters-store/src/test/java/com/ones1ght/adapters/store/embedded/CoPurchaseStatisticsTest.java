package com.ones1ght.adapters.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoPurchaseStatisticsTest {

    private static final ProductId A = new ProductId(1);
    private static final ProductId B = new ProductId(2);
    private static final ProductId C = new ProductId(3);

    @Test
    void liftConfidenceAndCountShouldFollowTheUsualFormulas() {
        List<List<ProductId>> baskets = Stream.of(
                        Collections.nCopies(6, List.of(A, B)),
                        Collections.nCopies(4, List.of(A, C)),
                        Collections.nCopies(10, List.of(C)))
                .flatMap(List::stream)
                .toList();

        List<CoPurchase> pairs = new CoPurchaseStatistics(baskets).with(List.of(A));

        // 20 baskets: A in 10, B in 6, both in 6. A and C are together too rarely to be reported.
        assertThat(pairs).containsExactly(new CoPurchase(A, B, 2.0, 0.6, 6));
    }

    @Test
    void aProductTwiceInABasketShouldCountOnce() {
        List<List<ProductId>> once = Collections.nCopies(5, List.of(A, B));
        List<List<ProductId>> twice = Collections.nCopies(5, List.of(A, B, A));

        assertThat(new CoPurchaseStatistics(twice).with(List.of(A, B)))
                .isEqualTo(new CoPurchaseStatistics(once).with(List.of(A, B)));
    }

    @Test
    void noBasketsShouldGiveNoPairs() {
        assertThat(new CoPurchaseStatistics(List.of()).with(List.of(A))).isEmpty();
    }

    @Test
    void bundledBasketsShouldBeManyAndContainOnlyProductsOfTheCatalogue() {
        Set<ProductId> known = Catalogue.bundledEntries().stream()
                .map(CatalogueEntry::product)
                .map(Product::id)
                .collect(Collectors.toSet());
        List<List<ProductId>> baskets = CoPurchaseStatistics.bundledBaskets();

        assertThat(baskets).hasSizeGreaterThanOrEqualTo(600);
        assertThat(baskets)
                .allSatisfy(basket -> assertThat(basket).hasSizeGreaterThan(1).doesNotHaveDuplicates());
        assertThat(known).containsAll(baskets.stream().flatMap(List::stream).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({"pork belly, ssamjang", "curry roux, potato", "spaghetti, parmesan", "dry red wine, camembert"})
    void bundledStatisticsShouldAgreeWithANaiveCount(String key, String otherKey) {
        ProductId one = idOf(key);
        ProductId other = idOf(otherKey);
        List<List<ProductId>> baskets = CoPurchaseStatistics.bundledBaskets();
        double withOne = baskets.stream().filter(basket -> basket.contains(one)).count();
        double withOther =
                baskets.stream().filter(basket -> basket.contains(other)).count();
        double withBoth = baskets.stream()
                .filter(basket -> basket.contains(one) && basket.contains(other))
                .count();

        CoPurchase pair = CoPurchaseStatistics.bundled().with(List.of(one)).stream()
                .filter(candidate -> candidate.otherId().equals(other))
                .findFirst()
                .orElseThrow();

        assertThat(pair.coCount()).isEqualTo((int) withBoth);
        assertThat(pair.confidence()).isCloseTo(withBoth / withOne, within(1e-9));
        assertThat(pair.lift())
                .isCloseTo(
                        (withBoth / baskets.size()) / (withOne / baskets.size() * (withOther / baskets.size())),
                        within(1e-9))
                .isGreaterThan(1);
    }

    private static ProductId idOf(String key) {
        return Catalogue.bundled().search(key, 1).get(0).id();
    }
}
