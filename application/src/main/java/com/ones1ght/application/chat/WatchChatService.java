package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ResponseLanguage;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.store.StoreId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Shows a chat as it is stored. Only a chat with rounds in progress that this node runs costs more: their refresh, and a
 * second read if it changed anything.
 */
public final class WatchChatService implements WatchChatUseCase {

    private final ChatQueries views;
    private final RunnerWakeup runner;
    private final CouponSpotBoard couponSpots;
    private final StoreId defaultStore;

    public WatchChatService(ChatQueries views, RunnerWakeup runner, CouponSpotBoard couponSpots, StoreId defaultStore) {
        this.views = views;
        this.runner = runner;
        this.couponSpots = couponSpots;
        this.defaultStore = defaultStore;
    }

    @Override
    public Optional<CompletionStage<WatchedChat>> watch(Query query) {
        return read(query).map(stored -> refreshed(query, stored).thenCombine(spots(query, stored), WatchedChat::new));
    }

    private CompletionStage<ChatView> refreshed(Query query, ChatView stored) {
        List<RoundId> running = stored.rounds().stream()
                .filter(round -> !round.state().isSettled())
                .map(RoundView::id)
                .toList();
        return running.isEmpty()
                ? CompletableFuture.completedStage(stored)
                : runner.refresh(running)
                        .thenApply(refreshed -> refreshed ? read(query).orElseThrow(NotFoundException::new) : stored);
    }

    private Optional<ChatView> read(Query query) {
        Owner owner = query.key().owner();
        RoundId round = query.round();
        return round == null
                ? views.chat(owner, query.profile(), query.chat())
                : views.round(owner, query.profile(), query.chat(), round);
    }

    private CompletionStage<JsonFragment> spots(Query query, ChatView chat) {
        StoreId store = chat.store() == null ? defaultStore : chat.store();
        return couponSpots.shown(
                store,
                ResponseLanguage.of(chat.profileSummary().locale(), query.key().tenant()));
    }
}
