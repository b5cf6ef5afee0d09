package com.ones1ght.application.chat.runner;

import com.ones1ght.application.chat.MergedStep;
import com.ones1ght.application.chat.MergedStep.MergedGuard;
import com.ones1ght.application.chat.MergedStep.MergedItems;
import com.ones1ght.application.chat.MergedStep.MergedNotifications;
import com.ones1ght.application.chat.MergedStep.MergedTodos;
import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.ProductScreening;
import com.ones1ght.domain.recommendation.ProductScreening.Screened;
import com.ones1ght.domain.recommendation.RecommendedItems;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.Todos;
import com.ones1ght.domain.recommendation.UpsellSurface;
import com.ones1ght.domain.recommendation.WithheldItem;
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
    private final DietaryGuard policy;
    private final DietaryCoverage coverage;
    private final Tracing tracing;

    RunMerger(
            StoreCatalog catalog,
            ResultDocuments documents,
            DietaryGuard policy,
            DietaryCoverage coverage,
            Tracing tracing) {
        this.catalog = catalog;
        this.documents = documents;
        this.policy = policy;
        this.coverage = coverage;
        this.tracing = tracing;
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

    /** What can be shown of the snapshot without the store; the rest is stored, and merged later. */
    static RunUpdate unmerged(Round round, PipelineSnapshot snapshot, Instant now) {
        PipelineSnapshot shown = snapshot.upTo(firstUnmerged(round).number() - 1);
        return RunUpdate.withoutSteps(round.absorb(shown, now), snapshot);
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
     * @param guard what the shopper must not get, and what has been withheld from the steps that are merged
     * @param inSession whether its chat belongs to a chat session, whose clients get documents of their own
     * @throws com.ones1ght.application.store.port.StoreUnavailableException when the store is unavailable
     */
    RunUpdate merge(
            Round round, PipelineSnapshot snapshot, RoundGuard guard, StoreId store, boolean inSession, Instant now) {
        return RunSpans.merge(tracing, round, snapshot)
                .around(() -> merged(round, snapshot, guard, store, inSession, now));
    }

    private RunUpdate merged(
            Round round, PipelineSnapshot snapshot, RoundGuard guard, StoreId store, boolean inSession, Instant now) {
        int shown = round.progress().doneSteps();
        int done = snapshot.stepsDone();
        ShoppingList list = isNew(2, shown, done) ? value(snapshot.shoppingList()) : null;
        UpsellSurface surface = isNew(3, shown, done) ? value(snapshot.upsellSurface()) : null;
        BackList backList = isNew(4, shown, done) ? value(snapshot.backList()) : null;
        Language language = round.language();
        Map<ProductId, Product> products = products(store, language, list, surface, backList);
        RoundGuard asked = policy == DietaryGuard.OFF ? RoundGuard.NONE : guard.with(snapshot.dietaryReport());
        ProductScreening screening = new ProductScreening(policy, asked.restrictions(), products, language);
        List<WithheldItem> withheld = new ArrayList<>();
        List<MergedStep> merged = new ArrayList<>();
        if (list != null && snapshot.meal() != null) {
            Meal meal = snapshot.meal().value();
            ShoppingList kept = kept(screening.screen(meal, list, inSession), withheld);
            Todos todos = Todos.merge(meal, kept, products);
            merged.add(new MergedTodos(
                    todos.items(),
                    documents.todos(todos, language),
                    inSession ? documents.sessionShoppingList(kept, products, language) : null));
        }
        if (surface != null) {
            RecommendedItems items = RecommendedItems.merge(kept(screening.screen(surface), withheld), products);
            merged.add(new MergedItems(items, documents.recommendedItems(items.items(), language)));
        }
        if (backList != null) {
            BackList kept = kept(screening.screen(backList), withheld);
            Notifications notifications = Notifications.merge(kept, products, catalog.signages(store));
            merged.add(new MergedNotifications(
                    notifications,
                    documents.notifications(notifications, language),
                    inSession ? documents.sessionBackList(kept) : null));
        }
        coverage.countWithheld(withheld);
        RoundGuard after = asked.withholding(withheld);
        if (!after.equals(guard) && !after.isEmpty()) {
            merged.add(new MergedGuard(after, documents.guard(after)));
        }
        return new RunUpdate(round.absorb(snapshot, now), snapshot, merged);
    }

    private static <T> T kept(Screened<T> screened, List<WithheldItem> withheld) {
        withheld.addAll(screened.withheld());
        return screened.kept();
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
        coverage.count(products.values());
        products.replaceAll((id, product) -> product.namedIn(language));
        return products;
    }

    private static void addIfPresent(Set<ProductId> ids, @Nullable ProductId id) {
        if (id != null) {
            ids.add(id);
        }
    }
}
