package com.ones1ght.application.event;

import com.ones1ght.application.event.port.EventFollower;
import com.ones1ght.application.shared.Following;
import com.ones1ght.application.shared.work.BackgroundTask;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.tenant.TenantId;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A subscription to the events of a tenant, or of one of its profiles, with its position. Thread-safe. */
final class Follower implements Following {

    private static final System.Logger LOG = System.getLogger(Follower.class.getName());

    private final EventFeed events;
    private final TenantId tenant;
    private final @Nullable ProfileId profile;
    private final TenantFeed feed;
    private final EventFollower told;
    private final Executor executor;
    private final BackgroundTask telling;

    /** The number of the last event that the subscriber took; changed by one thread at a time. */
    private volatile long taken;

    /** Whether the subscriber refused an event and has not asked for more since. */
    private volatile boolean full;

    private volatile boolean ended;

    /** Whether the last delivery failed: the feed's next look tries again. */
    private volatile boolean failed;

    /**
     * @param profile whose events alone are delivered; null for all
     * @param feed the tenant's recent events, in memory
     * @param from the number of the last event before the subscription
     */
    Follower(
            EventFeed events,
            TenantId tenant,
            @Nullable ProfileId profile,
            TenantFeed feed,
            long from,
            EventFollower told,
            Executor executor) {
        this.events = events;
        this.tenant = tenant;
        this.profile = profile;
        this.feed = feed;
        this.taken = from;
        this.told = told;
        this.executor = executor;
        this.telling = new BackgroundTask(this::tellWhatThereIs, executor, this::tellFailed);
    }

    private void tellFailed(Throwable reason) {
        failed = true;
        LOG.log(System.Logger.Level.WARNING, "Events not delivered to a subscriber; the next tick tries again", reason);
    }

    /** Delivers again if the last attempt failed. */
    void retry() {
        if (failed) {
            goOn();
        }
    }

    @Override
    public void goOn() {
        telling.wake();
    }

    @Override
    public void end() {
        ended = true;
        events.leave(tenant, feed, this);
    }

    /** Delivers what is in memory, on the thread that serves all; what has to be read from the log, on another one. */
    void tell() {
        if (full) {
            return;
        }
        if (feed.hasAllAfter(taken)) {
            telling.runHere();
        } else {
            telling.wake();
        }
    }

    /** One page at a time: a subscriber that is far behind lets the others in between. */
    private void tellWhatThereIs() {
        if (ended || events.isStopping()) {
            return;
        }
        full = false;
        failed = false;
        List<LoggedEvent> next = feed.after(taken);
        if (next == null) {
            readOn();
        } else if (offer(next) && next.size() == FeedSettings.PAGE) {
            executor.execute(this::goOn);
        }
    }

    /** Delivers a page out of the log. */
    private void readOn() {
        long last = feed.last();
        List<LoggedEvent> page = events.read(tenant, profile, taken);
        if (!offer(page)) {
            return;
        }
        if (page.size() == FeedSettings.PAGE) {
            executor.execute(this::goOn);
        } else {
            // Up to there the log has no more of this profile: what follows is in memory.
            taken = Math.max(taken, last);
        }
    }

    private boolean offer(List<LoggedEvent> next) {
        for (LoggedEvent event : next) {
            if (ended) {
                return false;
            }
            if ((profile == null || profile.equals(event.event().profile())) && !told.offer(event)) {
                full = true;
                return false;
            }
            taken = event.number();
        }
        return true;
    }
}
