package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.ChatVersions;
import com.ones1ght.application.shared.port.NodeSignals;
import com.ones1ght.application.shared.work.BackgroundTask;
import com.ones1ght.domain.chat.ChatId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

/**
 * Calls those who watch chats on this node when any node has reported a change. Reports are hints, which may be repeated
 * or lost; so a tick compares the versions of all watched chats, in one statement, with those that their watchers know. A
 * watch holds no thread. Thread-safe.
 */
public final class ChatChangeFeed implements ChatChanges {

    private static final System.Logger LOG = System.getLogger(ChatChangeFeed.class.getName());

    private final Map<ChatId, List<ChatWatch>> watches = new ConcurrentHashMap<>();
    private final ChatVersions versions;
    private final NodeSignals signals;
    private final Executor executor;
    private final BackgroundTask checking;

    /**
     * @param executor calls the watchers; short pieces of work that may block on the database
     * @param timer only hands work to {@code executor}
     * @param tick how often versions are compared, and so by how much later a change is noticed whose report was lost
     */
    public ChatChangeFeed(
            ChatVersions versions,
            NodeSignals signals,
            Executor executor,
            ScheduledExecutorService timer,
            Duration tick) {
        this.versions = versions;
        this.signals = signals;
        this.executor = executor;
        this.checking = new BackgroundTask("Checking watched chats", this::checkAll, executor, timer, tick);
    }

    /** Begins to listen to the other nodes. */
    public void start() {
        signals.onChangedChats(this::wake, checking::wake);
        checking.start();
    }

    /** Stops the tick. */
    public void stop() {
        checking.stop();
    }

    /**
     * Watches a chat. What changed before is not reported: whoever must miss nothing watches first, and reads then.
     *
     * @param onChange called after changes, on a thread that may block, by one thread at a time; changes in the meantime
     *     are one more call. It may be called without a change
     */
    public ChatWatch watch(ChatId chat, Runnable onChange) {
        ChatWatch watch = new ChatWatch(this, chat, onChange, executor);
        watches.merge(chat, List.of(watch), (all, one) -> Stream.concat(all.stream(), one.stream())
                .toList());
        return watch;
    }

    void remove(ChatWatch watch) {
        watches.computeIfPresent(watch.chat(), (chat, all) -> {
            List<ChatWatch> left = all.stream().filter(other -> other != watch).toList();
            return left.isEmpty() ? null : left;
        });
    }

    /** The number of watched chats. */
    public int watchedChats() {
        return watches.size();
    }

    @Override
    public void changed(ChatId chat) {
        wake(chat);
        try {
            signals.announceChangedChat(chat);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Change of chat " + chat + " not announced; other nodes find it at their next tick",
                    e);
        }
    }

    private void wake(ChatId chat) {
        watches.getOrDefault(chat, List.of()).forEach(ChatWatch::wake);
    }

    private void checkAll() {
        if (watches.isEmpty()) {
            return;
        }
        Map<ChatId, Long> current = versions.of(List.copyOf(watches.keySet()));
        watches.forEach((chat, all) -> all.forEach(watch -> watch.check(current.getOrDefault(chat, 0L))));
    }
}
