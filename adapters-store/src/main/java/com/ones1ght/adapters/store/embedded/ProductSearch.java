package com.ones1ght.adapters.store.embedded;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.domain.store.Product;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds products by name. The ranks, best first: the generic key; a whole name; all words of the query are words of one
 * name; they are prefixes of its words; a name contains the query. Within a rank, products are ordered by id.
 */
final class ProductSearch {

    private static final int NO_MATCH = Integer.MAX_VALUE;

    /** Shorter Latin queries occur in too many words by accident ("cola" in "chocolate"). */
    private static final int MIN_LATIN_FRAGMENT = 5;

    /** The pipeline searches for the same few hundred foods again and again. */
    private static final int MAX_CACHED = 2_000;

    private final List<Target> targets;
    private final Cache<SearchText, List<Product>> results = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED)
            .executor(Runnable::run)
            .build();

    ProductSearch(Collection<CatalogueEntry> entries) {
        this.targets = entries.stream()
                .map(Target::of)
                .sorted(Comparator.comparing(target -> target.product().id()))
                .toList();
    }

    List<Product> find(String query, int limit) {
        SearchText wanted = SearchText.of(query);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return results.get(wanted, this::hits).stream().limit(limit).toList();
    }

    private List<Product> hits(SearchText wanted) {
        boolean fragment = !wanted.isLatin() || wanted.compact().length() >= MIN_LATIN_FRAGMENT;
        List<Hit> hits = new ArrayList<>();
        for (Target target : targets) {
            int rank = target.rank(wanted, fragment);
            if (rank != NO_MATCH) {
                hits.add(new Hit(rank, target.product()));
            }
        }
        // The sort is stable, so products of a rank stay ordered by id.
        hits.sort(Comparator.comparingInt(Hit::rank));
        return hits.stream().map(Hit::product).toList();
    }

    private record Hit(int rank, Product product) {}

    private record Target(Product product, SearchText key, List<SearchText> names) {

        static Target of(CatalogueEntry entry) {
            SearchText key = SearchText.of(entry.key());
            List<SearchText> names = Stream.concat(Stream.of(entry.key()), entry.names().stream())
                    .map(SearchText::of)
                    .distinct()
                    .toList();
            return new Target(entry.product(), key, names);
        }

        int rank(SearchText wanted, boolean fragment) {
            if (key.compact().equals(wanted.compact())) {
                return 0;
            }
            int best = NO_MATCH;
            for (SearchText name : names) {
                best = Math.min(best, rank(name, wanted, fragment));
            }
            return best;
        }

        private static int rank(SearchText name, SearchText wanted, boolean fragment) {
            if (!name.mayMatch(wanted)) {
                return NO_MATCH;
            }
            if (name.compact().equals(wanted.compact())) {
                return 1;
            }
            if (name.hasWordsOf(wanted)) {
                return 2;
            }
            if (name.hasPrefixesOf(wanted)) {
                return 3;
            }
            return fragment && name.compact().contains(wanted.compact()) ? 4 : NO_MATCH;
        }
    }
}
