package com.ones1ght.adapters.rest.stream;

import com.ones1ght.adapters.rest.access.OpenRequests;
import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.shared.NodeState;
import com.ones1ght.application.shared.work.BackgroundTask;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Require;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The open streams of this node. The server does not report disconnected clients; so each stream is written to at every
 * heartbeat, and closed when that fails, when it is not writable for too long, or when its key or token becomes invalid.
 */
@ApplicationScoped
public class EventStreams {

    private static final System.Logger LOG = System.getLogger(EventStreams.class.getName());
    private static final Duration CARE = Duration.ofMillis(250);

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private OpenRequests requests;
    private Executor executor;
    private Duration heartbeat;
    private Duration stall;
    private int maxEvents;
    private int maxRounds;
    private volatile boolean stopped;
    private BackgroundTask caring;

    /** For the container's proxy. */
    protected EventStreams() {}

    /**
     * @param executor runs short tasks
     * @param timer its tasks only submit work to {@code executor}
     * @param node closes all streams when it stops
     * @param heartbeat the time without events after which a comment keeps a connection open
     * @param stall the time without reading after which a client is disconnected
     * @param maxEvents the limit of streams of events on this node
     * @param maxRounds the limit of streams of rounds on this node
     */
    @Inject
    public EventStreams(
            OpenRequests requests,
            Executor executor,
            ScheduledExecutorService timer,
            NodeState node,
            @ConfigProperty(name = "ones1ght.stream.heartbeat", defaultValue = "PT15S") Duration heartbeat,
            @ConfigProperty(name = "ones1ght.stream.stall", defaultValue = "PT15S") Duration stall,
            @ConfigProperty(name = "ones1ght.stream.max-streams", defaultValue = "2000") int maxEvents,
            @ConfigProperty(name = "ones1ght.stream.max-round-streams", defaultValue = "2000") int maxRounds) {
        Require.that(heartbeat.compareTo(Duration.ZERO) > 0, "ones1ght.stream.heartbeat", "be above zero");
        Require.that(stall.compareTo(Duration.ZERO) > 0, "ones1ght.stream.stall", "be above zero");
        this.requests = requests;
        this.executor = executor;
        this.heartbeat = heartbeat;
        this.stall = stall;
        this.maxEvents = maxEvents;
        this.maxRounds = maxRounds;
        this.caring = new BackgroundTask("Heartbeats of event streams", this::careForAll, executor, timer, CARE);
        node.onStop(this::stop);
    }

    /**
     * A stream that is not connected yet.
     *
     * @param profile the only one that it shows something of; null for those of all the tenant's profiles
     * @param credential must stay valid while the stream is open
     * @throws DomainException UNAVAILABLE when this node, or the profile on it, has reached its limit of streams
     */
    public EventStream begin(StreamKind kind, @Nullable ProfileId profile, AuthenticateUseCase.Command credential) {
        // Streams that are just connecting are not counted yet; they are at most as many as concurrent requests.
        if (size(kind) >= (kind == StreamKind.EVENTS ? maxEvents : maxRounds)) {
            throw new DomainException(
                    ErrorCode.UNAVAILABLE, "This node has reached its limit of streams; try again later");
        }
        EventStream stream = new EventStream(this, kind, profile, credential);
        if (!kind.endsOldest() && like(stream).size() >= kind.maxPerProfile()) {
            throw new DomainException(ErrorCode.UNAVAILABLE, "This profile has reached its limit of streams");
        }
        return stream;
    }

    /** The number of open streams of a kind. */
    public long size(StreamKind kind) {
        return open.stream().filter(stream -> stream.kind() == kind).count();
    }

    private List<EventStream> like(EventStream stream) {
        return open.stream().filter(stream::isLike).toList();
    }

    void opened(EventStream stream) {
        open.add(stream);
        List<EventStream> like = like(stream);
        if (stream.kind().endsOldest() && like.size() > stream.kind().maxPerProfile()) {
            later(Collections.min(like, EventStream.OLDEST_FIRST)::close);
        }
        caring.start();
        requests.failWhenInvalid(stream.credential(), stream.ended());
        stream.ended().whenComplete((ended, refused) -> {
            if (refused != null) {
                LOG.log(System.Logger.Level.INFO, "Closing an event stream whose key has become invalid");
                stream.close();
            }
        });
        if (stopped) {
            later(stream::close);
        }
    }

    void closed(EventStream stream) {
        open.remove(stream);
    }

    /** Closes a connection on a thread that may block, as the server might. */
    void later(Runnable end) {
        executor.execute(end);
    }

    private void careForAll() {
        long now = System.nanoTime();
        for (EventStream stream : open) {
            try {
                stream.care(now, heartbeat.toNanos(), stall.toNanos());
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "Closing an event stream after a failure", e);
                stream.close();
            }
        }
    }

    @PreDestroy
    synchronized void stop() {
        stopped = true;
        caring.stop();
        open.forEach(EventStream::close);
    }
}
