package com.ones1ght.application.idempotency;

import com.ones1ght.application.idempotency.port.Answers;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers in memory. Its database runs one transaction at a time, so no other one is ever under way. */
public final class InMemoryAnswers implements Answers {

    private final InMemoryDatabase database;

    public InMemoryAnswers(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Found begin(@Nullable TenantId tenant, String request, Instant now) {
        return database.with(state -> {
            StoredAnswer stored = state.answers.get(request);
            boolean isKept = stored != null
                    && Objects.equals(stored.tenant(), tenant)
                    && stored.keptUntil().isAfter(now);
            return new Found(isKept ? stored : null, false);
        });
    }

    @Override
    public boolean add(StoredAnswer answer) {
        return database.with(state -> {
            StoredAnswer stored = state.answers.get(answer.request());
            if (stored != null && stored.keptUntil().isAfter(answer.createdAt())) {
                return false;
            }
            state.answers.put(answer.request(), answer);
            return true;
        });
    }

    @Override
    public int removeExpired(Instant now) {
        return database.with(state -> {
            int before = state.answers.size();
            state.answers.values().removeIf(answer -> !answer.keptUntil().isAfter(now));
            return before - state.answers.size();
        });
    }
}
