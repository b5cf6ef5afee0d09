package com.ones1ght.application.event;

import com.ones1ght.application.event.port.EventFollower;
import com.ones1ght.application.shared.work.WakeableTask;
import com.ones1ght.domain.tenant.TenantId;
import java.util.List;
import java.util.concurrent.Executor;

/** One who follows the events of a tenant, and how far it is. */
final class Follower implements Following {

    private static final System.Logger LOG = System.getLogger(Follower.class.getName());

    private final EventFeed events;
    private final TenantId tenant;
    private final TenantFeed feed;
    private final EventFollower told;
    private final Executor executor;
    private final WakeableTask telling;

    /** The number of the last event that was taken; changed by the one thread that tells. */
    private volatile long taken;

    /** Whether it has refused an event and not said yet that it has room again. */
    private volatile boolean full;

    private volatile boolean ended;

    /** Whether the last attempt to tell it failed: the next look tries again. */
    private volatile boolean failed;

    /**
     * @param feed the events of its tenant that are at hand
     * @param from the number of the last event that it is not told
     */
    Follower(EventFeed events, TenantId tenant, TenantFeed feed, long from, EventFollower told, Executor executor) {
        this.events = events;
        this.tenant = tenant;
        this.feed = feed;
        this.taken = from;
        this.told = told;
        this.executor = executor;
        this.telling = new WakeableTask(this::tellWhatThereIs, executor, this::tellFailed);
    }

    private void tellFailed(Throwable reason) {
        failed = true;
        LOG.log(System.Logger.Level.WARNING, "A follower of events is told again by the next tick", reason);
    }

    /** Tells it again if the last attempt failed. */
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

    /** Tells what is at hand, by the thread that tells all; whoever needs more than that is not waited for. */
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

    /** One page at a time: whoever has much to catch up lets the others in between. */
    private void tellWhatThereIs() {
        if (ended || events.isStopping()) {
            return;
        }
        full = false;
        failed = false;
        List<LoggedEvent> next = feed.after(taken);
        if (next == null) {
            next = events.read(tenant, taken);
        }
        if (offer(next) && next.size() == FeedSettings.PAGE) {
            executor.execute(this::goOn);
        }
    }

    private boolean offer(List<LoggedEvent> next) {
        for (LoggedEvent event : next) {
            if (ended) {
                return false;
            }
            if (!told.offer(event)) {
                full = true;
                return false;
            }
            taken = event.number();
        }
        return true;
    }
}
