package com.ones1ght.adapters.store.embedded;

import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.ProductId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts which products are bought together. Of N baskets, n(A) contain A and n(A, B) contain both:
 * confidence = n(A, B) / n(A), lift = N × n(A, B) / (n(A) × n(B)).
 */
final class CoPurchaseStatistics {

    /** Pairs in fewer baskets are ignored: for rare products a single coincidence yields an enormous lift. */
    static final int MIN_BASKETS = 5;

    private static final Comparator<CoPurchase> STRONGEST_FIRST = CoPurchaseStatistics::strongestFirst;

    private final Map<ProductId, List<CoPurchase>> pairs = new HashMap<>();

    /** @param baskets the products of each purchase; a product counts once per basket */
    CoPurchaseStatistics(Collection<? extends Collection<ProductId>> baskets) {
        List<ProductId> products =
                baskets.stream().flatMap(Collection::stream).distinct().toList();
        int[][] together = countTogether(baskets, products);
        for (int a = 0; a < products.size(); a++) {
            pairs.put(products.get(a), pairsOf(a, products, together, baskets.size()));
        }
    }

    /** The statistics over the bundled baskets. */
    static CoPurchaseStatistics bundled() {
        return new CoPurchaseStatistics(bundledBaskets());
    }

    /** The bundled baskets: one per line, product ids separated by a space. */
    static List<List<ProductId>> bundledBaskets() {
        return Table.lines("baskets.txt").stream()
                .map(line -> Stream.of(line.split(" "))
                        .map(id -> new ProductId(Long.parseLong(id)))
                        .toList())
                .toList();
    }

    /** The pairs that start from any of the given products, strongest first. */
    List<CoPurchase> with(Collection<ProductId> ids) {
        List<CoPurchase> found = new ArrayList<>();
        for (ProductId id : new HashSet<>(ids)) {
            found.addAll(pairs.getOrDefault(id, List.of()));
        }
        found.sort(STRONGEST_FIRST);
        return List.copyOf(found);
    }

    /** By hand: hundreds are merged for each request, and chained comparators box each lift. */
    private static int strongestFirst(CoPurchase one, CoPurchase other) {
        int order = Double.compare(other.lift(), one.lift());
        order = order != 0 ? order : Integer.compare(other.coCount(), one.coCount());
        order = order != 0 ? order : one.productId().compareTo(other.productId());
        return order != 0 ? order : one.otherId().compareTo(other.otherId());
    }

    /** The number of baskets that contain the a-th and the b-th product; on the diagonal, a single product. */
    private static int[][] countTogether(
            Collection<? extends Collection<ProductId>> baskets, List<ProductId> products) {
        Map<ProductId, Integer> indexes = new HashMap<>();
        products.forEach(product -> indexes.put(product, indexes.size()));
        int[][] together = new int[products.size()][products.size()];
        for (Collection<ProductId> basket : baskets) {
            int[] members = basket.stream().distinct().mapToInt(indexes::get).toArray();
            for (int a : members) {
                for (int b : members) {
                    together[a][b]++;
                }
            }
        }
        return together;
    }

    private static List<CoPurchase> pairsOf(int a, List<ProductId> products, int[][] together, int baskets) {
        List<CoPurchase> result = new ArrayList<>();
        for (int b = 0; b < products.size(); b++) {
            int both = together[a][b];
            if (a != b && both >= MIN_BASKETS) {
                double lift = (double) baskets * both / ((double) together[a][a] * together[b][b]);
                double confidence = (double) both / together[a][a];
                result.add(new CoPurchase(products.get(a), products.get(b), lift, confidence, both));
            }
        }
        // Lists in order are quickly merged for each request.
        result.sort(STRONGEST_FIRST);
        return result;
    }
}
