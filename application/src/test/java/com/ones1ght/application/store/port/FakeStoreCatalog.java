package com.ones1ght.application.store.port;

import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.FloorPlan;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.SignageEvent;
import com.ones1ght.domain.store.StoreId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store in memory that a test fills; it can be made unavailable and counts how often it is asked. */
public final class FakeStoreCatalog implements StoreCatalog {

    private final StoreId store;
    private final List<Product> products = new CopyOnWriteArrayList<>();
    private final List<Signage> signages = new CopyOnWriteArrayList<>();
    private final List<SignageEvent> events = new CopyOnWriteArrayList<>();
    private final List<CoPurchase> pairs = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile @Nullable FloorPlan plan;
    private volatile boolean unavailable;
    private volatile Runnable onQuestion = () -> {};

    public FakeStoreCatalog(StoreId store) {
        this.store = store;
    }

    /** A product takes the place of one with the same id. */
    public FakeStoreCatalog with(Product... added) {
        for (Product product : added) {
            products.removeIf(other -> other.id().equals(product.id()));
            products.add(product);
        }
        return this;
    }

    public FakeStoreCatalog with(Signage... added) {
        signages.addAll(List.of(added));
        return this;
    }

    public FakeStoreCatalog with(SignageEvent... added) {
        events.addAll(List.of(added));
        return this;
    }

    public FakeStoreCatalog with(CoPurchase... added) {
        pairs.addAll(List.of(added));
        return this;
    }

    public FakeStoreCatalog with(FloorPlan added) {
        plan = added;
        return this;
    }

    /** From now on every question fails with {@link StoreUnavailableException}. */
    public void goAway() {
        unavailable = true;
    }

    public void comeBack() {
        unavailable = false;
    }

    /** From now on does this before every answer. */
    public void whenAsked(Runnable action) {
        onQuestion = action;
    }

    /** How many questions reached the backend, failed ones included. */
    public int calls() {
        return calls.get();
    }

    @Override
    public Map<ProductId, Product> products(StoreId asked, Collection<ProductId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Set<ProductId> wanted = new HashSet<>(ids);
        return ask(asked, () -> products.stream().filter(product -> wanted.contains(product.id())))
                .collect(Collectors.toUnmodifiableMap(Product::id, Function.identity()));
    }

    @Override
    public List<Product> search(StoreId asked, String query, int limit) {
        Require.that(limit >= 1 && limit <= 100, "limit", "be between 1 and 100");
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return ask(asked, products::stream)
                .filter(product -> names(product).anyMatch(name -> name.contains(wanted)))
                .sorted(Comparator.comparing((Product product) -> names(product).noneMatch(wanted::equals))
                        .thenComparing(Product::id))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Signage> signages(StoreId asked) {
        return ask(asked, signages::stream)
                .sorted(Comparator.comparingInt(Signage::signageNo))
                .toList();
    }

    @Override
    public Optional<FloorPlan> plan(StoreId asked) {
        return ask(asked, () -> Stream.ofNullable(plan)).findFirst();
    }

    @Override
    public List<SignageEvent> signageEvents(StoreId asked) {
        return ask(asked, events::stream)
                .sorted(Comparator.comparingLong(SignageEvent::id))
                .toList();
    }

    @Override
    public List<CoPurchase> coPurchases(StoreId asked, Collection<ProductId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Set<ProductId> wanted = new HashSet<>(ids);
        return ask(asked, pairs::stream)
                .filter(pair -> wanted.contains(pair.productId()))
                .sorted(Comparator.comparingDouble(CoPurchase::lift)
                        .thenComparingInt(CoPurchase::coCount)
                        .reversed()
                        .thenComparing(CoPurchase::productId)
                        .thenComparing(CoPurchase::otherId))
                .toList();
    }

    private <T> Stream<T> ask(StoreId asked, Supplier<Stream<T>> answer) {
        calls.incrementAndGet();
        onQuestion.run();
        if (unavailable) {
            throw new StoreUnavailableException("the fake store is away");
        }
        return store.equals(asked) ? answer.get() : Stream.empty();
    }

    private static Stream<String> names(Product product) {
        var localized = product.localizedName();
        Stream<String> names = localized == null
                ? Stream.of(product.name())
                : Stream.of(product.name(), localized.ko(), localized.en(), localized.ja());
        return names.map(name -> name.toLowerCase(Locale.ROOT));
    }
}
