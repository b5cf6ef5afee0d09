package com.ones1ght.application.chat;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.NodeState;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The polls of this node that wait for a change of their chat. None holds a thread. Thread-safe. */
public final class ChatWaits {

    /** How many polls of a profile may wait at once on a node; further ones are answered at once. */
    public static final int MAX_PER_PROFILE = 8;

    private final ChatChangeFeed feed;
    private final Executor executor;
    private final ScheduledExecutorService timer;
    private final Map<ProfileId, Integer> profiles = new ConcurrentHashMap<>();
    private final Set<ChatWait> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /**
     * @param executor looks whether waits are over; short pieces of work that may block on the database
     * @param timer only hands work to {@code executor}
     * @param node ends all waits when it stops
     */
    public ChatWaits(ChatChangeFeed feed, Executor executor, ScheduledExecutorService timer, NodeState node) {
        this.feed = feed;
        this.executor = executor;
        this.timer = timer;
        node.onStop(this::endAll);
    }

    /** The number of waiting polls. */
    public int size() {
        return open.size();
    }

    /**
     * Begins a wait. From now on it notices changes: the caller looks for itself afterwards, and misses none.
     *
     * @param time after which the wait ends in any case
     * @param look called after each change, by one thread at a time, and at the end
     * @return empty if this poll must not wait: its profile has too many waits, or the node stops
     */
    Optional<ChatWait> begin(ProfileId profile, ChatId chat, Duration time, ChatWait.Look look) {
        if (profiles.merge(profile, 1, Integer::sum) > MAX_PER_PROFILE || stopping) {
            leave(profile);
            return Optional.empty();
        }
        ChatWait wait = new ChatWait(look);
        open.add(wait);
        ChatWatch watch = feed.watch(chat, Correlation.keptBy(() -> wait.look(false)));
        wait.watchedBy(watch);
        Runnable end = Correlation.keptBy(() -> wait.look(true));
        Future<?> alarm = timer.schedule(() -> executor.execute(end), time.toMillis(), TimeUnit.MILLISECONDS);
        wait.answer().whenComplete((answer, failure) -> {
            watch.close();
            alarm.cancel(false);
            open.remove(wait);
            leave(profile);
        });
        if (stopping) {
            executor.execute(end);
        }
        return Optional.of(wait);
    }

    private void leave(ProfileId profile) {
        profiles.computeIfPresent(profile, (id, count) -> count == 1 ? null : count - 1);
    }

    private void endAll() {
        stopping = true;
        open.forEach(wait -> executor.execute(() -> wait.look(true)));
    }
}
