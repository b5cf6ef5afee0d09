package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.JsonPieces;
import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.event.LiveFeed;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.shared.NodeState;
import com.ones1ght.application.shared.work.BackgroundTask;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.TenantId;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
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
    /** A revoked key is accepted for at most two more seconds; open streams may take a little longer. */
    private static final Duration CHECK = Duration.ofSeconds(5);

    /** A page has one; the rest is for reloads whose old connection has not been noticed yet. */
    private static final int MAX_PER_PROFILE = 4;

    private record Frame(LoggedEvent event, byte[] bytes) {}

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private AuthenticateUseCase authenticate;
    private LiveFeed feed;
    private Executor executor;
    private Duration heartbeat;
    private Duration stall;
    private int max;
    private volatile boolean stopped;
    private BackgroundTask caring;
    private BackgroundTask checking;
    /** The streams of a tenant mostly send the same events, one after the other. */
    private volatile @Nullable Frame latest;

    /** For the container's proxy. */
    protected EventStreams() {}

    /**
     * @param executor runs short tasks
     * @param timer its tasks only submit work to {@code executor}
     * @param node closes all streams when it stops
     * @param heartbeat the time without events after which a comment keeps a connection open
     * @param stall the time without reading after which a client is disconnected
     * @param max the limit of streams on this node
     */
    @Inject
    public EventStreams(
            AuthenticateUseCase authenticate,
            LiveFeed feed,
            Executor executor,
            ScheduledExecutorService timer,
            NodeState node,
            @ConfigProperty(name = "ones1ght.stream.heartbeat", defaultValue = "PT15S") Duration heartbeat,
            @ConfigProperty(name = "ones1ght.stream.stall", defaultValue = "PT15S") Duration stall,
            @ConfigProperty(name = "ones1ght.stream.max-streams", defaultValue = "2000") int max) {
        Require.that(heartbeat.compareTo(Duration.ZERO) > 0, "ones1ght.stream.heartbeat", "be above zero");
        Require.that(stall.compareTo(Duration.ZERO) > 0, "ones1ght.stream.stall", "be above zero");
        this.authenticate = authenticate;
        this.feed = feed;
        this.executor = executor;
        this.heartbeat = heartbeat;
        this.stall = stall;
        this.max = max;
        this.caring = new BackgroundTask("Heartbeats of event streams", this::careForAll, executor, timer, CARE);
        this.checking =
                new BackgroundTask("Checking the keys of event streams", this::checkAll, executor, timer, CHECK);
        node.onStop(this::stop);
    }

    /**
     * A stream that already follows the feed but is not connected yet.
     *
     * @param profile whose events it has; null for those of all the tenant's profiles
     * @throws DomainException UNAVAILABLE when this node, or the profile on it, has reached its limit of streams
     */
    EventStream follow(
            TenantId tenant,
            @Nullable ProfileId profile,
            @Nullable Long after,
            AuthenticateUseCase.Command credential) {
        // Streams that are just connecting are not counted yet; they are at most as many as concurrent requests.
        if (open.size() >= max) {
            throw new DomainException(
                    ErrorCode.UNAVAILABLE, "This node has reached its limit of streams; try again later");
        }
        if (profile != null
                && open.stream().filter(stream -> stream.isOf(profile)).count() >= MAX_PER_PROFILE) {
            throw new DomainException(ErrorCode.UNAVAILABLE, "This profile has reached its limit of streams");
        }
        EventStream stream = new EventStream(this, credential, profile);
        stream.follows(feed.follow(tenant, profile, after, stream));
        return stream;
    }

    void opened(EventStream stream) {
        open.add(stream);
        caring.start();
        checking.start();
        if (stopped) {
            later(stream::close);
        }
    }

    void closed(EventStream stream) {
        open.remove(stream);
    }

    /** The number of streams of this node. */
    int size() {
        return open.size();
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

    /** Separate from the heartbeats, since this may wait for the database. */
    private void checkAll() {
        Map<AuthenticateUseCase.Command, List<EventStream>> byCredential =
                open.stream().collect(Collectors.groupingBy(EventStream::credential));
        byCredential.forEach((credential, opened) -> {
            if (!opensStill(credential)) {
                LOG.log(System.Logger.Level.INFO, "Closing an event stream whose key has become invalid");
                opened.forEach(EventStream::close);
            }
        });
    }

    private boolean opensStill(AuthenticateUseCase.Command credential) {
        try {
            authenticate.authenticate(credential);
            return true;
        } catch (DomainException refused) {
            return refused.code() == ErrorCode.UNAVAILABLE;
        } catch (RuntimeException unknown) {
            LOG.log(System.Logger.Level.DEBUG, "The key of an event stream cannot be checked at present", unknown);
            return true;
        }
    }

    /** The event as a frame of the stream. */
    byte[] frame(LoggedEvent event) {
        Frame known = latest;
        if (known != null && known.event() == event) {
            return known.bytes();
        }
        JsonPieces json = new JsonPieces();
        EventReplies.addForTenant(json, event);
        // Line breaks between JSON tokens of clients are equivalent to spaces.
        String data = json.text().replace('\n', ' ').replace('\r', ' ');
        String frame = "id: " + event.number() + "\nevent: " + event.event().type() + "\ndata: " + data + "\n\n";
        byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
        latest = new Frame(event, bytes);
        return bytes;
    }

    @PreDestroy
    synchronized void stop() {
        stopped = true;
        caring.stop();
        checking.stop();
        open.forEach(EventStream::close);
    }
}
