package com.ones1ght.application.chat.runner;

import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.chat.port.RunUpdate.SessionForm;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RecommendedItems;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.Todos;
import com.ones1ght.domain.recommendation.UpsellSurface;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges the steps that have arrived since the round was last saved with the store, all in one question. */
final class RunMerger {

    private final StoreCatalog catalog;
    private final ResultDocuments documents;

    RunMerger(StoreCatalog catalog, ResultDocuments documents) {
        this.catalog = catalog;
        this.documents = documents;
    }

    /** Whether the snapshot has steps that the round does not show yet. */
    static boolean isPending(Round round, PipelineSnapshot snapshot) {
        return snapshot.stepsDone() > round.progress().doneSteps();
    }

    /**
     * What the run becomes by the snapshot.
     *
     * @param inSession whether the session form is wanted, too
     * @throws com.ones1ght.application.store.port.StoreUnavailableException when the store is away
     */
    RunUpdate merge(Round round, PipelineSnapshot snapshot, StoreId store, boolean inSession, Instant now) {
        int shown = round.progress().doneSteps();
        int done = snapshot.stepsDone();
        ShoppingList list = isNew(2, shown, done) ? value(snapshot.shoppingList()) : null;
        UpsellSurface surface = isNew(3, shown, done) ? value(snapshot.upsellSurface()) : null;
        BackList backList = isNew(4, shown, done) ? value(snapshot.backList()) : null;
        Language language = round.language();
        Map<ProductId, Product> products = products(store, language, list, surface, backList);
        Todos todos = list == null || snapshot.meal() == null
                ? null
                : Todos.merge(snapshot.meal().value(), list, products);
        RecommendedItems recommended = surface == null ? null : RecommendedItems.merge(surface, products);
        Notifications notifications =
                backList == null ? null : Notifications.merge(backList, products, catalog.signages(store));
        SessionForm session = inSession ? sessionForm(list, backList, products, language) : null;
        Round after = round.absorb(snapshot, now);
        return new RunUpdate(
                after,
                snapshot,
                todos == null ? null : documents.todos(todos, language),
                recommended == null ? null : documents.recommendedItems(recommended.items(), language),
                notifications == null ? null : documents.notifications(notifications, language),
                new RoundResult(todos == null ? null : todos.items(), recommended, notifications),
                session);
    }

    private @Nullable SessionForm sessionForm(
            @Nullable ShoppingList list,
            @Nullable BackList backList,
            Map<ProductId, Product> products,
            Language language) {
        if (list == null && backList == null) {
            return null;
        }
        return new SessionForm(
                list == null ? null : documents.sessionShoppingList(list, products, language),
                backList == null ? null : documents.sessionBackList(backList));
    }

    private static boolean isNew(int step, int shown, int done) {
        return step > shown && step <= done;
    }

    private static <T> @Nullable T value(@Nullable StepOutput<T> output) {
        return output == null ? null : output.value();
    }

    private Map<ProductId, Product> products(
            StoreId store,
            Language language,
            @Nullable ShoppingList list,
            @Nullable UpsellSurface surface,
            @Nullable BackList backList) {
        Set<ProductId> ids = new LinkedHashSet<>();
        if (list != null) {
            list.items().forEach(line -> addIfPresent(ids, line.productId()));
        }
        if (surface != null) {
            surface.items().forEach(item -> addIfPresent(ids, item.productId()));
        }
        if (backList != null) {
            backList.recommendations().forEach(item -> addIfPresent(ids, item.productId()));
        }
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<ProductId, Product> products = new HashMap<>(catalog.products(store, ids));
        products.replaceAll((id, product) -> product.namedIn(language));
        return products;
    }

    private static void addIfPresent(Set<ProductId> ids, @Nullable ProductId id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
