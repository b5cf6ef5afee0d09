package com.ones1ght.application.chat.runner;

import com.ones1ght.application.chat.MergedStep;
import com.ones1ght.application.chat.MergedStep.MergedItems;
import com.ones1ght.application.chat.MergedStep.MergedNotifications;
import com.ones1ght.application.chat.MergedStep.MergedTodos;
import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RecommendedItems;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.Todos;
import com.ones1ght.domain.recommendation.UpsellSurface;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges the steps that have arrived since the round was last saved with the store, in one lookup of all products. */
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

    /** The error of a round whose deadline passed without a failed attempt of this node. */
    static RunFailure timeout(Round round, PipelineSnapshot snapshot) {
        PipelineStep current = round.progress().current();
        // What the pipeline returned and the round does not show was never merged: the last holder waited for the
        // store.
        RunFailure.Cause cause =
                isPending(round, snapshot) ? RunFailure.Cause.STORE_UNAVAILABLE : RunFailure.Cause.UPSTREAM_TIMEOUT;
        return new RunFailure.StepFailed(current == null ? PipelineStep.BACK_LIST : current, cause);
    }

    static RunFailure upstreamError(PipelineStep step) {
        return new RunFailure.StepFailed(step, RunFailure.Cause.UPSTREAM_ERROR);
    }

    /** The first step that needs the store and that the round does not show yet. */
    static PipelineStep firstUnmerged(Round round) {
        int shown = Math.max(round.progress().doneSteps(), 1);
        return PipelineStep.values()[Math.min(shown, PipelineStep.BACK_LIST.ordinal())];
    }

    /**
     * The run's state after the snapshot.
     *
     * @param inSession whether its chat belongs to a chat session, whose clients get documents of their own
     * @throws com.ones1ght.application.store.port.StoreUnavailableException when the store is unavailable
     */
    RunUpdate merge(Round round, PipelineSnapshot snapshot, StoreId store, boolean inSession, Instant now) {
        int shown = round.progress().doneSteps();
        int done = snapshot.stepsDone();
        ShoppingList list = isNew(2, shown, done) ? value(snapshot.shoppingList()) : null;
        UpsellSurface surface = isNew(3, shown, done) ? value(snapshot.upsellSurface()) : null;
        BackList backList = isNew(4, shown, done) ? value(snapshot.backList()) : null;
        Language language = round.language();
        Map<ProductId, Product> products = products(store, language, list, surface, backList);
        List<MergedStep> merged = new ArrayList<>();
        if (list != null && snapshot.meal() != null) {
            Todos todos = Todos.merge(snapshot.meal().value(), list, products);
            merged.add(new MergedTodos(
                    todos.items(),
                    documents.todos(todos, language),
                    inSession ? documents.sessionShoppingList(list, products, language) : null));
        }
        if (surface != null) {
            RecommendedItems items = RecommendedItems.merge(surface, products);
            merged.add(new MergedItems(items, documents.recommendedItems(items.items(), language)));
        }
        if (backList != null) {
            Notifications notifications = Notifications.merge(backList, products, catalog.signages(store));
            merged.add(new MergedNotifications(
                    notifications,
                    documents.notifications(notifications, language),
                    inSession ? documents.sessionBackList(backList) : null));
        }
        return new RunUpdate(round.absorb(snapshot, now), snapshot, merged);
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
