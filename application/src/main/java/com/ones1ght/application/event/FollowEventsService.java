package com.ones1ght.application.event;

/** Joins the feed of the node. */
public final class FollowEventsService implements FollowEventsUseCase {

    private final EventFeed feed;

    public FollowEventsService(EventFeed feed) {
        this.feed = feed;
    }

    @Override
    public Following follow(Query query) {
        return feed.follow(query.tenant(), query.after(), query.follower());
    }
}
