package com.ones1ght.application.signage;

import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState.DeliveryRow;
import com.ones1ght.application.shared.InMemoryState.PassageRow;
import com.ones1ght.application.signage.port.RecentPassages;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Passages in memory. */
public final class InMemoryRecentPassages implements RecentPassages {

    private final InMemoryDatabase database;
    private long written;

    public InMemoryRecentPassages(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public void note(UUID deliveryId, Instant endsAt) {
        database.with(state -> {
            DeliveryRow delivery = state.deliveries.get(deliveryId);
            if (delivery != null) {
                state.passages.computeIfAbsent(
                        deliveryId,
                        id -> new PassageRow(delivery.trigger(), delivery.correlation(), ++written, endsAt));
            }
            return delivery;
        });
    }

    @Override
    public Look since(long look, Instant now) {
        return database.with(state -> {
            List<PassageRow> found = state.passages.values().stream()
                    .filter(row -> row.written() >= look && row.endsAt().isAfter(now))
                    .toList();
            List<Passed> passed = found.stream()
                    .map(row -> new Passed(row.trigger(), row.correlation()))
                    .toList();
            return new Look(passed, found.isEmpty() ? look : written + 1);
        });
    }

    @Override
    public void removeEnded(Instant now) {
        database.with(
                state -> state.passages.values().removeIf(row -> !row.endsAt().isAfter(now)));
    }
}
