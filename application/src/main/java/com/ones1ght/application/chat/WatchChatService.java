package com.ones1ght.application.chat;

import com.ones1ght.application.chat.ChatView.ProfileSummary;
import com.ones1ght.application.chat.Watched.Unchanged;
import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.application.store.DefaultStore;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.store.StoreId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows a chat as it is stored. Only a chat with rounds in progress that this node runs costs more: their refresh, and a
 * second read if it changed anything. Of a chat that the client may have already, only the head is read until it turns
 * out that it has not.
 */
public final class WatchChatService implements WatchChatUseCase {

    private final ChatQueries views;
    private final RunnerWakeup runner;
    private final ChatSpots spots;
    private final ChatWaits waits;

    public WatchChatService(
            ChatQueries views,
            RunnerWakeup runner,
            CouponSpotBoard couponSpots,
            ChatWaits waits,
            DefaultStore defaultStore) {
        this.views = views;
        this.runner = runner;
        this.spots = new ChatSpots(couponSpots, defaultStore);
        this.waits = waits;
    }

    @Override
    public Optional<CompletionStage<Watched>> watch(Query query) {
        if (query.baseline().isNone()) {
            return read(query).map(stored -> refreshed(running(stored), stored, () -> required(read(query)))
                    .<JsonFragment, Watched>thenCombine(
                            spots(query, stored.profileSummary(), stored.store()), WatchedChat::new));
        }
        return head(query).map(head -> mayWait(query, head) ? onceChanged(query, head) : ifChanged(query, head));
    }

    /** Only a poll that has found its own chat unchanged may wait: nobody takes the waits of another's profile. */
    private static boolean mayWait(Query query, ChatHead head) {
        return !query.maxWait().isZero() && query.baseline().hasRounds(version(query, head));
    }

    private CompletionStage<Watched> ifChanged(Query query, ChatHead head) {
        return refreshed(query, head).thenCompose(refreshed -> compared(query, refreshed));
    }

    /** Looks again once the wait has begun, so that no change is missed in between. */
    private CompletionStage<Watched> onceChanged(Query query, ChatHead head) {
        Optional<ChatWait> begun = waits.begin(
                query.profile(),
                query.chat(),
                query.maxWait(),
                (wait, isLast) -> answer(query, required(head(query)), wait, isLast));
        if (begun.isEmpty()) {
            return ifChanged(query, head);
        }
        ChatWait wait = begun.get();
        wait.look(() -> lookAgain(query, wait));
        return wait.answer();
    }

    private Optional<CompletionStage<Watched>> lookAgain(Query query, ChatWait wait) {
        ChatHead stored = required(head(query));
        refreshed(query, stored)
                .whenComplete((refreshed, failure) -> wait.look(() -> failure == null
                        ? answer(query, refreshed, wait, false)
                        : Optional.of(CompletableFuture.failedStage(failure))));
        return Optional.empty();
    }

    /** Empty as long as the client has to wait. */
    private Optional<CompletionStage<Watched>> answer(Query query, ChatHead head, ChatWait wait, boolean isLast) {
        wait.knows(head.version());
        return query.baseline().hasRounds(version(query, head)) && !isLast
                ? Optional.empty()
                : Optional.of(compared(query, head));
    }

    private CompletionStage<Watched> compared(Query query, ChatHead head) {
        return spots(query, head.profileSummary(), head.store()).<Watched>thenApply(spots -> {
            ChatTag tag = ChatTag.of(version(query, head), head.profileSummary(), spots);
            return query.baseline().has(tag) ? new Unchanged(tag) : new WatchedChat(required(read(query)), spots);
        });
    }

    private static long version(Query query, ChatHead head) {
        RoundId round = query.round();
        return round == null
                ? head.version()
                : head.round(round).orElseThrow(NotFoundException::new).version();
    }

    private CompletionStage<ChatHead> refreshed(Query query, ChatHead head) {
        List<RoundId> running = head.rounds().stream()
                .filter(round -> !round.state().isSettled())
                .map(ChatHead.RoundHead::id)
                .filter(round -> query.round() == null || round.equals(query.round()))
                .toList();
        return refreshed(running, head, () -> required(head(query)));
    }

    private static List<RoundId> running(ChatView stored) {
        return stored.rounds().stream()
                .filter(round -> !round.state().isSettled())
                .map(RoundView::id)
                .toList();
    }

    /** @param again reads anew what is stored */
    private <T> CompletionStage<T> refreshed(List<RoundId> running, T stored, Supplier<T> again) {
        return running.isEmpty()
                ? CompletableFuture.completedStage(stored)
                : runner.refresh(running).thenApply(refreshed -> refreshed ? again.get() : stored);
    }

    private Optional<ChatHead> head(Query query) {
        RoundId round = query.round();
        return views.head(query.key().owner(), query.profile(), query.chat())
                .filter(head -> round == null || head.round(round).isPresent());
    }

    private Optional<ChatView> read(Query query) {
        Owner owner = query.key().owner();
        RoundId round = query.round();
        return round == null
                ? views.chat(owner, query.profile(), query.chat())
                : views.round(owner, query.profile(), query.chat(), round);
    }

    private static <T> T required(Optional<T> found) {
        return found.orElseThrow(NotFoundException::new);
    }

    private CompletionStage<JsonFragment> spots(Query query, ProfileSummary summary, @Nullable StoreId store) {
        return spots.of(summary, store, query.key().tenant());
    }
}
