package com.ones1ght.adapters.rest;

import com.ones1ght.application.event.EventPage;
import com.ones1ght.application.event.ListProfileEventsUseCase;
import com.ones1ght.application.event.ListTenantEventsUseCase;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.event.TriggerCouponUseCase;
import com.ones1ght.application.event.TriggerRecommendationUseCase;
import com.ones1ght.application.event.TriggerSignageUseCase;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.event.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The use cases of triggers and events: they remember what they were asked, and answer what a test puts in. */
public final class FakeEvents
        implements TriggerSignageUseCase,
                TriggerCouponUseCase,
                TriggerRecommendationUseCase,
                ListProfileEventsUseCase,
                ListTenantEventsUseCase {

    public static final EventId EVENT = new EventId(FakeGateway.ID);

    private volatile List<LoggedEvent> events = List.of();
    private volatile @Nullable RuntimeException failure;
    private volatile @Nullable Record asked;

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
    public EventId trigger(TriggerCouponUseCase.Command command) {
        remember(command);
        return EVENT;
    }

    @Override
    public EventId trigger(TriggerRecommendationUseCase.Command command) {
        remember(command);
        return EVENT;
    }

    @Override
    public EventPage list(ListProfileEventsUseCase.Query query) {
        remember(query);
        return new EventPage(events, 42, query.page());
    }

    @Override
    public EventPage list(ListTenantEventsUseCase.Query query) {
        remember(query);
        return new EventPage(events, 42, query.page());
    }
}
