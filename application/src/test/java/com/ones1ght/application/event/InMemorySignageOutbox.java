package com.ones1ght.application.event;

import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState;
import com.ones1ght.application.shared.InMemoryState.DeliveryRow;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Deliveries in memory. */
public final class InMemorySignageOutbox implements SignageOutbox {

    private final InMemoryDatabase database;

    public InMemorySignageOutbox(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void append(TenantId tenant, SignageTrigger trigger, @Nullable Correlation correlation, Instant acceptedAt) {
        if (!database.isInTransaction()) {
            throw new IllegalStateException("only within a transaction");
        }
        database.with(state -> append(state, tenant, trigger, correlation, acceptedAt));
    }

    @Override
    public boolean append(
            TriggeredRound round,
            List<Event> events,
            SignageTrigger trigger,
            @Nullable Correlation correlation,
            Instant acceptedAt) {
        return database.with(state -> {
            boolean isCurrent = InMemoryEventLog.isCurrent(state, round)
                    && Objects.equals(
                            state.profiles.get(round.profile()).facts().store(), round.store());
            if (isCurrent) {
                events.forEach(event -> InMemoryEventLog.append(state, event, acceptedAt));
                append(state, round.tenant(), trigger, correlation, acceptedAt);
            }
            return isCurrent;
        });
    }

    private static @Nullable DeliveryRow append(
            InMemoryState state,
            TenantId tenant,
            SignageTrigger trigger,
            @Nullable Correlation correlation,
            Instant acceptedAt) {
        return state.deliveries.put(
                trigger.deliveryId(),
                new DeliveryRow(
                        tenant,
                        state.nextNumber(tenant),
                        trigger,
                        correlation,
                        acceptedAt,
                        acceptedAt,
                        null,
                        0,
                        0,
                        null,
                        null));
    }

    @Override
    public List<ClaimedDelivery> claimDue(int limit, Instant now, Duration lease) {
        return database.inTransaction(() -> database.with(state -> state.deliveries.values().stream()
                .filter(row -> row.parkedAt() == null && !row.dueAt().isAfter(now) && isFree(row, now))
                .filter(row -> isFirstOfItsProfile(state, row))
                .sorted(Comparator.comparing(DeliveryRow::dueAt).thenComparing(DeliveryRow::number))
                .limit(limit)
                .toList()
                .stream()
                .map(row -> claim(state, row, now.plus(lease)))
                .toList()));
    }

    private static boolean isFree(DeliveryRow row, Instant now) {
        return row.leaseUntil() == null || !row.leaseUntil().isAfter(now);
    }

    private static boolean isFirstOfItsProfile(InMemoryState state, DeliveryRow row) {
        return state.deliveries.values().stream()
                .noneMatch(other -> other.parkedAt() == null
                        && other.number() < row.number()
                        && other.trigger().profile().equals(row.trigger().profile()));
    }

    private static ClaimedDelivery claim(InMemoryState state, DeliveryRow row, Instant until) {
        DeliveryRow claimed = with(row, row.dueAt(), until, row.token() + 1, row.attempts(), null, row.reason());
        put(state, claimed);
        return new ClaimedDelivery(
                new DeliveryClaim(row.tenant(), row.trigger().deliveryId(), claimed.token()),
                row.trigger(),
                row.attempts(),
                row.acceptedAt(),
                row.correlation());
    }

    @Override
    public boolean delivered(DeliveryClaim claim) {
        return database.with(state -> mine(state, claim) != null && state.deliveries.remove(claim.delivery()) != null);
    }

    @Override
    public boolean postpone(DeliveryClaim claim, Instant dueAt, String reason) {
        return change(claim, row -> with(row, dueAt, null, row.token(), row.attempts() + 1, null, reason));
    }

    @Override
    public boolean park(DeliveryClaim claim, Instant now, String reason) {
        return change(claim, row -> with(row, row.dueAt(), null, row.token(), row.attempts() + 1, now, reason));
    }

    @Override
    public Set<DeliveryClaim> renew(Collection<DeliveryClaim> claims, Instant now, Duration lease) {
        return claims.stream()
                .filter(claim -> change(
                        claim,
                        row -> with(
                                row, row.dueAt(), now.plus(lease), row.token(), row.attempts(), null, row.reason())))
                .collect(Collectors.toSet());
    }

    @Override
    public void release(Collection<DeliveryClaim> claims, Instant now) {
        claims.forEach(
                claim -> change(claim, row -> with(row, now, null, row.token(), row.attempts(), null, row.reason())));
    }

    private boolean change(DeliveryClaim claim, UnaryOperator<DeliveryRow> change) {
        return database.with(state -> {
            DeliveryRow row = mine(state, claim);
            if (row != null) {
                put(state, change.apply(row));
            }
            return row != null;
        });
    }

    @Override
    public List<ParkedDelivery> parked(TenantId tenant, int limit) {
        return database.with(state -> state.deliveries.values().stream()
                .filter(row -> row.tenant().equals(tenant) && row.parkedAt() != null)
                .sorted(Comparator.comparing(DeliveryRow::parkedAt).thenComparing(DeliveryRow::number))
                .limit(limit)
                .map(row -> new ParkedDelivery(row.trigger(), row.attempts(), row.parkedAt(), row.reason()))
                .toList());
    }

    @Override
    public Backlog backlog() {
        return database.with(state -> {
            List<Instant> waiting = state.deliveries.values().stream()
                    .filter(row -> row.parkedAt() == null)
                    .map(DeliveryRow::acceptedAt)
                    .sorted()
                    .toList();
            return new Backlog(
                    waiting.size(),
                    state.deliveries.size() - waiting.size(),
                    waiting.isEmpty() ? null : waiting.get(0));
        });
    }

    @Override
    public boolean resend(TenantId tenant, UUID delivery, Instant now) {
        return database.with(state -> {
            DeliveryRow row = state.deliveries.get(delivery);
            if (row == null || !row.tenant().equals(tenant) || row.parkedAt() == null) {
                return false;
            }
            put(
                    state,
                    new DeliveryRow(
                            tenant,
                            row.number(),
                            row.trigger(),
                            row.correlation(),
                            now,
                            now,
                            null,
                            row.token(),
                            0,
                            null,
                            null));
            return true;
        });
    }

    private static @Nullable DeliveryRow mine(InMemoryState state, DeliveryClaim claim) {
        DeliveryRow row = state.deliveries.get(claim.delivery());
        return row != null && row.leaseUntil() != null && row.token() == claim.token() ? row : null;
    }

    private static void put(InMemoryState state, DeliveryRow row) {
        state.deliveries.put(row.trigger().deliveryId(), row);
    }

    private static DeliveryRow with(
            DeliveryRow row,
            Instant dueAt,
            @Nullable Instant leaseUntil,
            long token,
            int attempts,
            @Nullable Instant parkedAt,
            @Nullable String reason) {
        return new DeliveryRow(
                row.tenant(),
                row.number(),
                row.trigger(),
                row.correlation(),
                row.acceptedAt(),
                dueAt,
                leaseUntil,
                token,
                attempts,
                parkedAt,
                reason);
    }
}
