package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.chat.port.TodoLists;
import com.ones1ght.application.chat.port.TodoLists.ListedRound;
import com.ones1ght.application.chat.port.TodoLists.ListedTodos;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.application.store.StoreCalls;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.recommendation.TodoChanges;
import com.ones1ght.domain.recommendation.TodoList;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.StoreId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Asks the store first, and only for products that are not on the list yet; then reads, changes and writes the list in one
 * short transaction under the round's lock.
 */
public final class ChangeTodosService implements ChangeTodosUseCase {

    private final TodoLists lists;
    private final StoreCatalog catalog;
    private final StoreCalls storeCalls;
    private final ResultDocuments documents;
    private final ChatQueries views;
    private final ChatSpots spots;
    private final ChatChanges changes;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;
    private final DietaryGuard policy;
    private final DefaultStore defaultStore;

    public ChangeTodosService(
            TodoLists lists,
            StoreCatalog catalog,
            StoreCalls storeCalls,
            ResultDocuments documents,
            ChatQueries views,
            CouponSpotBoard couponSpots,
            ChatChanges changes,
            UnitOfWork unitOfWork,
            InstantSource clock,
            RoundRules rules,
            DefaultStore defaultStore) {
        this.lists = lists;
        this.catalog = catalog;
        this.storeCalls = storeCalls;
        this.documents = documents;
        this.views = views;
        this.spots = new ChatSpots(couponSpots, defaultStore);
        this.changes = changes;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.policy = rules.guard();
        this.defaultStore = defaultStore;
    }

    /** What the store has of the products that were not on the list of this run; null if it was not asked. */
    private record Found(@Nullable Integer run, Map<ProductId, Product> products) {}

    @Override
    public CompletionStage<WatchedChat> change(Command command) {
        return command.changes().additions().isEmpty()
                ? changed(command, new Found(null, Map.of()))
                : find(command).thenCompose(found -> changed(command, found));
    }

    private CompletionStage<WatchedChat> changed(Command command, Found found) {
        ChatView changed = unitOfWork.inTransaction(() -> {
            write(command, found);
            return views.round(command.key().owner(), command.profile(), command.chat(), command.round())
                    .orElseThrow(NotFoundException::new);
        });
        return spots.addTo(changed, command.key().tenant());
    }

    private CompletionStage<Found> find(Command command) {
        ListedRound round = lists.find(command.key().owner(), command.profile(), command.chat(), command.round())
                .orElseThrow(NotFoundException::new);
        TodoList list = todos(round).list();
        List<ProductId> missing = command.changes().additions().stream()
                .map(TodoChanges.Addition::product)
                .filter(product -> !list.has(product))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return CompletableFuture.completedStage(new Found(round.run(), Map.of()));
        }
        StoreId store = defaultStore.unless(round.store());
        return storeCalls.result(() -> catalog.products(store, missing)).thenApply(found -> {
            Map<ProductId, Product> products = new HashMap<>(found);
            products.replaceAll((id, product) -> product.namedIn(round.language()));
            return new Found(round.run(), products);
        });
    }

    private void write(Command command, Found found) {
        ListedRound round = lists.lock(command.key().owner(), command.profile(), command.chat(), command.round())
                .orElseThrow(NotFoundException::new);
        ListedTodos stored = todos(round);
        if (found.run() != null && found.run() != round.run()) {
            throw new DomainException(ErrorCode.CONFLICT, "The round has been refined meanwhile; its list is another");
        }
        TodoList changed = stored.list().changed(command.changes(), found.products(), round.guard(), policy);
        if (changed.equals(stored.list())) {
            return;
        }
        lists.save(
                command.key().owner(),
                command.round(),
                changed,
                documents.changedTodos(stored.document(), changed, round.language()),
                clock.instant());
        unitOfWork.afterCommit(() -> changes.changed(command.chat()));
    }

    private static ListedTodos todos(ListedRound round) {
        if (round.todos() == null) {
            throw new DomainException(ErrorCode.CONFLICT, "The round has no shopping list yet; wait for its step 2");
        }
        return round.todos();
    }
}
