package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.application.chat.MergedStep.MergedGuard;
import com.ones1ght.application.chat.port.NewRun;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.TraceContext;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.credit.Charge;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Kickoffs of new chats, as the columns of {@code :group} in SQL. */
record KickoffGroup(List<Kickoff> kickoffs) {

    /** A new chat with its first round and run, and what the run costs. */
    record Kickoff(Owner owner, Chat chat, Round first, NewRun run, Charge charge) {

        @Nullable
        String guardDocument() {
            MergedGuard guard = run.guard();
            return guard == null ? null : guard.document().toString();
        }

        @Nullable
        String guardResult() {
            MergedGuard guard = run.guard();
            return guard == null ? null : RunCodec.writeGuard(guard.guard());
        }

        @Nullable
        String requestId() {
            Correlation correlation = run.correlation();
            return correlation == null ? null : correlation.requestId();
        }

        @Nullable
        TraceContext trace() {
            Correlation correlation = run.correlation();
            return correlation == null ? null : correlation.trace();
        }
    }

    public UUID[] tenants() {
        return ids(kickoff -> kickoff.owner().tenant().value());
    }

    public UUID[] lines() {
        return ids(kickoff -> kickoff.owner().line().value());
    }

    public UUID[] profiles() {
        return ids(kickoff -> kickoff.chat().profile().value());
    }

    public UUID[] chats() {
        return ids(kickoff -> kickoff.chat().id().value());
    }

    public UUID[] rounds() {
        return ids(kickoff -> kickoff.first().id().value());
    }

    public Integer[] roundNumbers() {
        return kickoffs.stream().map(kickoff -> kickoff.first().number()).toArray(Integer[]::new);
    }

    public Integer[] runs() {
        return kickoffs.stream().map(kickoff -> kickoff.first().run()).toArray(Integer[]::new);
    }

    public String[] prompts() {
        return texts(kickoff -> kickoff.first().prompt().text());
    }

    public String[] languages() {
        return texts(kickoff -> kickoff.first().language().name());
    }

    public String[] states() {
        return texts(kickoff -> kickoff.first().state().name());
    }

    public Integer[] doneSteps() {
        return kickoffs.stream()
                .map(kickoff -> kickoff.first().progress().doneSteps())
                .toArray(Integer[]::new);
    }

    public Boolean[] stopped() {
        return kickoffs.stream()
                .map(kickoff -> kickoff.first().progress().stopped())
                .toArray(Boolean[]::new);
    }

    public String[] guardDocuments() {
        return texts(Kickoff::guardDocument);
    }

    public String[] guardResults() {
        return texts(Kickoff::guardResult);
    }

    public String[] userQueries() {
        return texts(kickoff -> kickoff.run().userQuery());
    }

    public Instant[] begunAt() {
        return instants(kickoff -> kickoff.chat().createdAt());
    }

    public Instant[] createdAt() {
        return instants(kickoff -> kickoff.first().createdAt());
    }

    public Instant[] updatedAt() {
        return instants(kickoff -> kickoff.first().updatedAt());
    }

    public Instant[] acceptedAt() {
        return instants(kickoff -> kickoff.run().acceptedAt());
    }

    public Instant[] deadlines() {
        return instants(kickoff -> kickoff.run().deadline());
    }

    public String[] requestIds() {
        return texts(Kickoff::requestId);
    }

    public String[] traceparents() {
        return texts(kickoff -> {
            TraceContext trace = kickoff.trace();
            return trace == null ? null : trace.traceparent();
        });
    }

    public String[] tracestates() {
        return texts(kickoff -> {
            TraceContext trace = kickoff.trace();
            return trace == null ? null : trace.tracestate();
        });
    }

    public Long[] amounts() {
        return kickoffs.stream().map(kickoff -> kickoff.charge().amount()).toArray(Long[]::new);
    }

    public Long[] minimumBalances() {
        return kickoffs.stream()
                .map(kickoff -> kickoff.charge().minimumBalance())
                .toArray(Long[]::new);
    }

    private UUID[] ids(Function<Kickoff, UUID> id) {
        return kickoffs.stream().map(id).toArray(UUID[]::new);
    }

    private Instant[] instants(Function<Kickoff, Instant> instant) {
        return kickoffs.stream().map(instant).toArray(Instant[]::new);
    }

    private String[] texts(Function<Kickoff, @Nullable String> text) {
        return kickoffs.stream().map(text).toArray(String[]::new);
    }
}
