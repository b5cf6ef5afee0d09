package com.ones1ght.application.event;

import com.ones1ght.application.event.port.EventFollower;
import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.shared.Following;
import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.application.shared.port.NodeSignals.Topic;
import com.ones1ght.application.shared.work.BackgroundTask;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Tells the followers on this node of what any node has written. It looks when it is woken (by a use case of its node,
 * by a signal of another node, by its own tick), reads what is new for all followers of a tenant at once, and holds no
 * thread in between. A follower without room is passed over, costs nothing until it has room again, and then goes on
 * from where it was, on a thread of its own if it has to be read for: it is never waited for.
 */
public final class EventFeed implements LiveFeed, NewEvents {

    private static final System.Logger LOG = System.getLogger(EventFeed.class.getName());

    private final EventLog log;
    private final NodeSignals signals;
    private final Executor executor;
    private final InstantSource clock;
    private final Map<TenantId, TenantFeed> feeds = new HashMap<>();
    private final BackgroundTask looking;
    private final ScheduledExecutorService timer;
    private final Duration pace;
    private final AtomicBoolean isLookDue = new AtomicBoolean();
    private volatile Instant lastLook = Instant.MIN;

    /** How often this node heard of erased profiles: what was read before is not kept at hand after it. */
    private final AtomicLong erasures = new AtomicLong();

    private volatile boolean stopping;

    /**
     * @param executor runs short pieces of work that may block on the database
     * @param timer for the tick and the pace; its tasks only hand work to {@code executor}
     */
    public EventFeed(
            EventLog log,
            NodeSignals signals,
            Executor executor,
            ScheduledExecutorService timer,
            InstantSource clock,
            FeedSettings settings) {
        this.log = log;
        this.signals = signals;
        this.executor = executor;
        this.clock = clock;
        this.timer = timer;
        this.pace = settings.pace();
        this.looking = new BackgroundTask("Reading new events", this::look, executor, timer, settings.tick());
    }

    /** Begins to look for new events. */
    public synchronized void start() {
        signals.on(Topic.NEW_EVENTS, looking::wake);
        signals.on(Topic.ERASED_PROFILES, this::forgetAll);
        looking.start();
    }

    /** Publishes no more events. */
    public synchronized void stop() {
        stopping = true;
        looking.stop();
        feeds.clear();
    }

    @Override
    public void announce() {
        try {
            signals.announce(Topic.NEW_EVENTS);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Other nodes cannot be told of new events, they look by themselves",
                    e);
        }
        lookAtPace();
    }

    private void lookAtPace() {
        Instant now = clock.instant();
        if (now.isBefore(lastLook) || !now.isBefore(lastLook.plus(pace))) {
            looking.wake();
        } else if (isLookDue.compareAndSet(false, true)) {
            try {
                timer.schedule(this::lookAsDue, pace.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RuntimeException rejected) {
                lookAsDue();
            }
        }
    }

    private void lookAsDue() {
        isLookDue.set(false);
        looking.wake();
    }

    /** What was erased from the log goes from the memory of all nodes, too. */
    public void announceErased() {
        forgetAll();
        try {
            signals.announce(Topic.ERASED_PROFILES);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Other nodes cannot be told of an erasure, what they have of it at hand goes in some seconds",
                    e);
        }
    }

    private void forgetAll() {
        erasures.incrementAndGet();
        followed().values().forEach(TenantFeed::forgetAll);
    }

    /** How many followers this node has. */
    public synchronized int followers() {
        return feeds.values().stream().mapToInt(TenantFeed::followers).sum();
    }

    @Override
    public Following follow(
            TenantId tenant, @Nullable ProfileId profile, @Nullable Long after, EventFollower follower) {
        long last = log.lastNumber(tenant);
        // A number from the future, of a log that was restored from a backup perhaps, would keep silent for long.
        long from = after == null ? last : Math.min(after, last);
        Follower joined = join(tenant, profile, from, last, follower);
        joined.goOn();
        // What was written since the last number was read may have been announced before there was anybody to tell.
        looking.wake();
        return joined;
    }

    private synchronized Follower join(
            TenantId tenant, @Nullable ProfileId profile, long from, long last, EventFollower follower) {
        TenantFeed feed = feeds.computeIfAbsent(tenant, none -> new TenantFeed(last));
        Follower joined = new Follower(this, tenant, profile, feed, from, follower, executor);
        feed.add(joined);
        return joined;
    }

    synchronized void leave(TenantId tenant, TenantFeed feed, Follower follower) {
        if (feed.remove(follower) && feed.followers() == 0) {
            feeds.remove(tenant, feed);
        }
    }

    /** Whether the feed publishes no more events. */
    boolean isStopping() {
        return stopping;
    }

    /** A page out of the log: of a tenant's events, or of those of one profile. */
    List<LoggedEvent> read(TenantId tenant, @Nullable ProfileId profile, long after) {
        return profile == null
                ? log.after(Map.of(tenant, after), FeedSettings.PAGE)
                : log.afterOfProfile(tenant, profile, after, FeedSettings.PAGE);
    }

    private synchronized Map<TenantId, TenantFeed> followed() {
        return Map.copyOf(feeds);
    }

    private void look() {
        lastLook = clock.instant();
        Map<TenantId, TenantFeed> followed = followed();
        followed.values().forEach(feed -> feed.forgetBefore(clock.instant().minus(FeedSettings.AT_HAND)));
        Map<TenantId, TenantFeed> behind = followed;
        while (!behind.isEmpty() && !stopping) {
            behind = readOn(behind);
        }
        followed.values().forEach(feed -> feed.all().forEach(Follower::retry));
    }

    /** @return the feeds of which there may be more */
    private Map<TenantId, TenantFeed> readOn(Map<TenantId, TenantFeed> behind) {
        Map<TenantId, Long> numbers = new HashMap<>();
        behind.forEach((tenant, feed) -> numbers.put(tenant, feed.last()));
        Map<TenantId, Integer> counts = new HashMap<>();
        long known = erasures.get();
        for (LoggedEvent event : log.after(numbers, FeedSettings.PAGE)) {
            TenantId tenant = event.event().tenant();
            behind.get(tenant).add(event, clock.instant());
            counts.merge(tenant, 1, Integer::sum);
        }
        if (erasures.get() != known) {
            behind.values().forEach(TenantFeed::forgetAll);
        }
        Map<TenantId, TenantFeed> more = new HashMap<>();
        counts.forEach((tenant, count) -> {
            TenantFeed feed = behind.get(tenant);
            feed.all().forEach(Follower::tell);
            if (count == FeedSettings.PAGE) {
                more.put(tenant, feed);
            }
        });
        return more;
    }
}
