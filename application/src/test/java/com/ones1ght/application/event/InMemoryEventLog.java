package com.ones1ght.application.event;

import com.ones1ght.application.chat.ChatView.ProfileSummary;
import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events in memory. One transaction at a time keeps their numbers in the order of the commits. */
public final class InMemoryEventLog implements EventLog {

    private final InMemoryDatabase database;

    public InMemoryEventLog(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void append(TenantId tenant, List<Event> events, Instant now) {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
        for (Event event : events) {
            if (!event.tenant().equals(tenant)) {
                throw new IllegalArgumentException("an event of another tenant");
            }
            database.with(state -> {
                if (!state.profiles.containsKey(event.profile())) {
                    throw new NotFoundException();
                }
                return append(state, event, now);
            });
        }
    }

    @Override
    public boolean append(TriggeredRound round, Event event, Instant now) {
        return database.with(state -> {
            boolean isCurrent = isCurrent(state, round);
            if (isCurrent) {
                append(state, event, now);
            }
            return isCurrent;
        });
    }

    static boolean isCurrent(InMemoryState state, TriggeredRound round) {
        return state.profiles.containsKey(round.profile()) && state.versions.get(round.id()) == round.version();
    }

    static LoggedEvent append(InMemoryState state, Event event, Instant now) {
        LoggedEvent logged = new LoggedEvent(state.nextNumber(event.tenant()), event, null, now);
        if (state.events.putIfAbsent(event.id(), logged) != null) {
            throw new IllegalStateException("an event of this id exists");
        }
        return logged;
    }

    @Override
    public Optional<EventPage> ofProfile(Owner owner, ProfileId profile, @Nullable EventType type, PageRequest page) {
        return database.with(state -> {
            Profile found = state.profiles.get(profile);
            return found != null && found.owner().equals(owner)
                    ? Optional.of(page(state, owner.tenant(), new EventFilter(profile, type, null, null), page))
                    : Optional.empty();
        });
    }

    @Override
    public EventPage ofTenant(TenantId tenant, EventFilter filter, PageRequest page) {
        return database.with(state -> page(state, tenant, filter, page));
    }

    private static EventPage page(InMemoryState state, TenantId tenant, EventFilter filter, PageRequest page) {
        Comparator<LoggedEvent> ascending =
                Comparator.comparing(LoggedEvent::createdAt).thenComparing(LoggedEvent::number);
        List<LoggedEvent> all = state.events.values().stream()
                .filter(row -> row.event().tenant().equals(tenant) && fits(row, filter))
                .sorted(page.order() == PageRequest.Order.ASC ? ascending : ascending.reversed())
                .toList();
        List<LoggedEvent> items = all.stream()
                .skip(page.offset())
                .limit(page.limit())
                .map(row -> joined(state, row))
                .toList();
        return new EventPage(items, all.size(), page);
    }

    private static boolean fits(LoggedEvent row, EventFilter filter) {
        return (filter.profile() == null || filter.profile().equals(row.event().profile()))
                && (filter.type() == null || filter.type() == row.event().type())
                && (filter.from() == null || !row.createdAt().isBefore(filter.from()))
                && (filter.to() == null || row.createdAt().isBefore(filter.to()));
    }

    @Override
    public long lastNumber(TenantId tenant) {
        return database.with(state -> state.eventNumbers.getOrDefault(tenant, 0L));
    }

    @Override
    public List<LoggedEvent> after(Map<TenantId, Long> numbers, int limit) {
        return database.with(state -> {
            List<LoggedEvent> found = new ArrayList<>();
            numbers.forEach((tenant, number) -> state.events.values().stream()
                    .filter(row -> row.event().tenant().equals(tenant) && row.number() > number)
                    .sorted(Comparator.comparing(LoggedEvent::number))
                    .limit(limit)
                    .forEach(row -> found.add(joined(state, row))));
            return found;
        });
    }

    @Override
    public List<LoggedEvent> afterOfProfile(TenantId tenant, ProfileId profile, long number, int limit) {
        return database.with(state -> state.events.values().stream()
                .filter(row -> row.event().tenant().equals(tenant)
                        && row.event().profile().equals(profile)
                        && row.number() > number)
                .sorted(Comparator.comparing(LoggedEvent::number))
                .limit(limit)
                .map(row -> joined(state, row))
                .toList());
    }

    private static LoggedEvent joined(InMemoryState state, LoggedEvent row) {
        Profile profile = state.profiles.get(row.event().profile());
        ProfileFacts facts = profile == null ? null : profile.facts();
        return new LoggedEvent(
                row.number(),
                row.event(),
                facts == null ? null : new ProfileSummary(facts.name(), facts.gender(), facts.age(), facts.locale()),
                row.createdAt());
    }
}
