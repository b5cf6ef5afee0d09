package com.ones1ght.adapters.rest;

import com.ones1ght.application.event.EventFilter;
import com.ones1ght.application.event.EventPage;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.event.TriggerItemUseCase;
import com.ones1ght.application.event.TriggerPositionUseCase;
import com.ones1ght.application.event.TriggerSignageUseCase;
import com.ones1ght.application.event.port.EventQueries;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The use cases of triggers and events: they remember what they were asked, and answer what a test puts in. */
public final class FakeEvents
        implements TriggerSignageUseCase, TriggerPositionUseCase, TriggerItemUseCase, EventQueries {

    public static final EventId EVENT = new EventId(FakeGateway.ID);

    private volatile List<LoggedEvent> events = List.of();
    private volatile @Nullable RuntimeException failure;
    private volatile @Nullable Record asked;

    /** A question for a profile's events. */
    public record OfProfile(
            Owner owner, ProfileId profile, @Nullable EventType type, PageRequest page) {}

    /** A question for a tenant's events. */
    public record OfTenant(TenantId tenant, EventFilter filter, PageRequest page) {}

    /** What every list has from now on. */
    public void show(List<LoggedEvent> items) {
        events = items;
    }

    /** What every later call fails with. */
    public void failWith(RuntimeException exception) {
        failure = exception;
    }

    /** The last command or query. */
    public <T extends Record> T asked(Class<T> type) {
        return type.cast(asked);
    }

    private void remember(Record command) {
        RuntimeException exception = failure;
        if (exception != null) {
            throw exception;
        }
        asked = command;
    }

    @Override
    public List<EventId> trigger(TriggerSignageUseCase.Command command) {
        remember(command);
        return command.passage() == Passage.EXIT ? List.of() : List.of(EVENT, EVENT);
    }

    @Override
    public CompletionStage<Moved> move(TriggerPositionUseCase.Command command) {
        remember(command);
        return CompletableFuture.completedStage(new Moved(List.of(2, 3), List.of(1), List.of(EVENT, EVENT)));
    }

    @Override
    public EventId trigger(TriggerItemUseCase.Command command) {
        remember(command);
        return EVENT;
    }

    @Override
    public Optional<EventPage> ofProfile(Owner owner, ProfileId profile, @Nullable EventType type, PageRequest page) {
        remember(new OfProfile(owner, profile, type, page));
        return Optional.of(new EventPage(events, 42, page));
    }

    @Override
    public EventPage ofTenant(TenantId tenant, EventFilter filter, PageRequest page) {
        remember(new OfTenant(tenant, filter, page));
        return new EventPage(events, 42, page);
    }
}
