package com.ones1ght.application.chat;

import com.ones1ght.application.shared.RedactedStackTrace;
import com.ones1ght.application.shared.work.BackgroundTask;
import com.ones1ght.domain.chat.ChatId;
import java.util.concurrent.Executor;

/** A watch on a chat, until it is closed. Thread-safe. */
public final class ChatWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ChatWatch.class.getName());
    private static final long UNKNOWN = -1;

    private final ChatChangeFeed feed;
    private final ChatId chat;
    private final BackgroundTask task;
    private volatile long known = UNKNOWN;

    ChatWatch(ChatChangeFeed feed, ChatId chat, Runnable onChange, Executor executor) {
        this.feed = feed;
        this.chat = chat;
        this.task = new BackgroundTask(onChange, executor, this::failed);
    }

    private void failed(Throwable failure) {
        known = UNKNOWN;
        LOG.log(
                System.Logger.Level.WARNING,
                "A change of chat " + chat + " could not be shown to its watcher; the next tick tries again",
                RedactedStackTrace.of(failure));
    }

    ChatId chat() {
        return chat;
    }

    /**
     * Tells which version the watcher has read. Optional: it saves one needless call, at the first tick after the watch
     * began or the chat changed.
     *
     * @param version the sum of the versions of all rounds of the chat
     */
    public void knows(long version) {
        known = version;
    }

    void check(long version) {
        if (version != known) {
            known = version;
            task.wake();
        }
    }

    void wake() {
        known = UNKNOWN;
        task.wake();
    }

    /** Ends the watch. A call in progress is not interrupted. */
    @Override
    public void close() {
        task.stop();
        feed.remove(this);
    }
}
