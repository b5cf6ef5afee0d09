package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.JsonPieces;
import com.ones1ght.adapters.rest.stream.EventFrame;
import com.ones1ght.adapters.rest.stream.EventStream;
import com.ones1ght.adapters.rest.stream.EventStreams;
import com.ones1ght.adapters.rest.stream.StreamKind;
import com.ones1ght.application.access.AuthenticateUseCase;
import com.ones1ght.application.event.LiveFeed;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Streams that show the events of a tenant, or of one of its profiles. */
@ApplicationScoped
public class TenantStreams {

    private record Frame(LoggedEvent event, byte[] bytes) {}

    private EventStreams streams;
    private LiveFeed feed;
    /** The streams of a tenant mostly send the same events, one after the other. */
    private volatile @Nullable Frame latest;

    /** For the container's proxy. */
    protected TenantStreams() {}

    @Inject
    public TenantStreams(EventStreams streams, LiveFeed feed) {
        this.streams = streams;
        this.feed = feed;
    }

    /**
     * A stream that follows the feed already but is not connected yet.
     *
     * @param profile whose events it shows; null for those of all the tenant's profiles
     * @param after the number of the last event that the client has; null for new events only
     * @throws DomainException UNAVAILABLE when this node has reached its limit of streams
     */
    EventStream follow(
            TenantId tenant,
            @Nullable ProfileId profile,
            @Nullable Long after,
            AuthenticateUseCase.Command credential) {
        EventStream stream = streams.begin(StreamKind.EVENTS, profile, credential);
        stream.feedBy(feed.follow(tenant, profile, after, event -> stream.offer(frame(event))));
        return stream;
    }

    private byte[] frame(LoggedEvent event) {
        Frame known = latest;
        if (known != null && known.event() == event) {
            return known.bytes();
        }
        JsonPieces json = new JsonPieces();
        EventReplies.addForTenant(json, event);
        byte[] bytes = EventFrame.of(
                Long.toString(event.number()), event.event().type().toString(), json);
        latest = new Frame(event, bytes);
        return bytes;
    }
}
