package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.JsonPieces;
import com.ones1ght.application.event.FollowEventsUseCase;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.domain.access.TenantId;
import com.ones1ght.domain.shared.Require;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The open streams of this node. The server does not tell when a client has gone, so the books are kept here: a stream
 * is written to at every heartbeat, and ends when that fails or when it cannot be written to for too long.
 */
@ApplicationScoped
public class EventStreams {

    private static final System.Logger LOG = System.getLogger(EventStreams.class.getName());
    private static final long LOOK_MILLIS = 250;

    private record Frame(LoggedEvent event, byte[] bytes) {}

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private FollowEventsUseCase follow;
    private Executor executor;
    private ScheduledExecutorService timer;
    private Duration heartbeat;
    private Duration stall;
    private @Nullable Future<?> periodic;
    /** Most streams of a tenant are told of the same event one after the other. */
    private volatile @Nullable Frame latest;

    /** For the container's proxy. */
    protected EventStreams() {}

    /**
     * @param executor runs short pieces of work
     * @param timer its tasks only hand work to {@code executor}
     * @param heartbeat after so long without an event a comment keeps a connection open
     * @param stall a reader that takes nothing for so long is dropped
     */
    @Inject
    public EventStreams(
            FollowEventsUseCase follow,
            Executor executor,
            ScheduledExecutorService timer,
            @ConfigProperty(name = "ones1ght.stream.heartbeat", defaultValue = "PT15S") Duration heartbeat,
            @ConfigProperty(name = "ones1ght.stream.stall", defaultValue = "PT15S") Duration stall) {
        Require.that(heartbeat.compareTo(Duration.ZERO) > 0, "ones1ght.stream.heartbeat", "be above zero");
        Require.that(stall.compareTo(Duration.ZERO) > 0, "ones1ght.stream.stall", "be above zero");
        this.follow = follow;
        this.executor = executor;
        this.timer = timer;
        this.heartbeat = heartbeat;
        this.stall = stall;
    }

    /** A stream that is not connected yet, but follows already. */
    EventStream follow(TenantId tenant, @Nullable Long after) {
        EventStream stream = new EventStream(this);
        stream.follows(follow.follow(new FollowEventsUseCase.Query(tenant, after, stream)));
        return stream;
    }

    void opened(EventStream stream) {
        open.add(stream);
        look();
    }

    void closed(EventStream stream) {
        open.remove(stream);
    }

    /** How many streams this node holds. */
    int size() {
        return open.size();
    }

    /** Ends a connection on a thread that may wait: nobody knows how the server does it. */
    void later(Runnable end) {
        executor.execute(end);
    }

    private synchronized void look() {
        if (periodic == null) {
            periodic = timer.scheduleWithFixedDelay(this::careSoon, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void careSoon() {
        if (open.isEmpty()) {
            return;
        }
        try {
            executor.execute(this::careForAll);
        } catch (RuntimeException rejected) {
            LOG.log(System.Logger.Level.WARNING, "Streams of events are looked after at the next turn", rejected);
        }
    }

    private void careForAll() {
        long now = System.nanoTime();
        for (EventStream stream : open) {
            try {
                stream.care(now, heartbeat.toNanos(), stall.toNanos());
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "A stream of events is ended", e);
                stream.close();
            }
        }
    }

    /** The event in the form of the stream. */
    byte[] frame(LoggedEvent event) {
        Frame known = latest;
        if (known != null && known.event() == event) {
            return known.bytes();
        }
        JsonPieces json = new JsonPieces();
        EventReplies.addForTenant(json, event);
        // Line breaks can stand between the tokens of what clients sent, where a space means the same.
        String data = json.text().replace('\n', ' ').replace('\r', ' ');
        String frame = "id: " + event.number() + "\nevent: " + event.event().type() + "\ndata: " + data + "\n\n";
        byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
        latest = new Frame(event, bytes);
        return bytes;
    }

    @PreDestroy
    synchronized void stop() {
        if (periodic != null) {
            periodic.cancel(false);
        }
        open.forEach(EventStream::close);
    }
}
