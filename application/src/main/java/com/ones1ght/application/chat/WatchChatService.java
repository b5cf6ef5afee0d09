package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.ChatViews;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.domain.chat.ResponseLanguage;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.store.StoreId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Shows a chat as it is stored. Only a chat with rounds in progress that this node may look at costs more: the
 * look, and reading once again what it changed.
 */
public final class WatchChatService implements WatchChatUseCase {

    private final ChatViews views;
    private final RoundLooks looks;
    private final CouponSpotBoard couponSpots;
    private final StoreId defaultStore;

    public WatchChatService(ChatViews views, RoundLooks looks, CouponSpotBoard couponSpots, StoreId defaultStore) {
        this.views = views;
        this.looks = looks;
        this.couponSpots = couponSpots;
        this.defaultStore = defaultStore;
    }

    @Override
    public CompletionStage<WatchedChat> watch(Query query) {
        ChatView stored = read(query);
        List<RoundId> running = stored.rounds().stream()
                .filter(round -> !round.state().isSettled())
                .map(RoundView::id)
                .toList();
        CompletionStage<ChatView> fresh = running.isEmpty()
                ? CompletableFuture.completedStage(stored)
                : looks.look(running).thenApply(looked -> looked ? read(query) : stored);
        return fresh.thenCombine(spots(query, stored), WatchedChat::new);
    }

    private ChatView read(Query query) {
        RoundId round = query.round();
        return (round == null
                        ? views.chat(query.key().owner(), query.profile(), query.chat())
                        : views.round(query.key().owner(), query.profile(), query.chat(), round))
                .orElseThrow(NotFoundException::new);
    }

    private CompletionStage<JsonFragment> spots(Query query, ChatView chat) {
        StoreId store = chat.store() == null ? defaultStore : chat.store();
        return couponSpots.shown(
                store,
                ResponseLanguage.of(chat.profileSummary().locale(), query.key().tenant()));
    }
}
