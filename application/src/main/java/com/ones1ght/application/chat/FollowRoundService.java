package com.ones1ght.application.chat;

import com.ones1ght.application.chat.ChatHead.RoundHead;
import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.Following;
import com.ones1ght.application.store.CouponSpotBoard;
import com.ones1ght.application.store.DefaultStore;
import java.util.List;
import java.util.Optional;

/** Watches the chat, and reads the round after each change. Like a poll, it refreshes a round that this node runs. */
public final class FollowRoundService implements FollowRoundUseCase {

    private final ChatQueries views;
    private final ChatChangeFeed changes;
    private final RunnerWakeup runner;
    private final ChatSpots spots;

    public FollowRoundService(
            ChatQueries views,
            ChatChangeFeed changes,
            RunnerWakeup runner,
            CouponSpotBoard couponSpots,
            DefaultStore defaultStore) {
        this.views = views;
        this.changes = changes;
        this.runner = runner;
        this.spots = new ChatSpots(couponSpots, defaultStore);
    }

    @Override
    public Optional<Following> follow(Query query, RoundFollower follower) {
        return views.head(query.key().owner(), query.profile(), query.chat())
                .flatMap(head -> head.round(query.round()))
                .map(round -> begin(query, round, follower));
    }

    /** The watch begins before the round is read for the follower, so that no change is missed in between. */
    private Following begin(Query query, RoundHead round, RoundFollower follower) {
        FollowedRound followed = new FollowedRound(
                () -> views.round(query.key().owner(), query.profile(), query.chat(), query.round()),
                chat -> spots.addTo(chat, query.key().tenant()),
                query.after(),
                follower);
        followed.watchedBy(changes.watch(query.chat(), Correlation.keptBy(followed::look)));
        if (!round.state().isSettled()) {
            runner.refresh(List.of(round.id()));
        }
        return followed;
    }
}
