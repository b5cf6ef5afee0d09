package com.ones1ght.application.shared;

import com.ones1ght.application.access.StoredKey;
import com.ones1ght.application.chat.MergedStep.MergedGuard;
import com.ones1ght.application.chat.MergedStep.MergedNotifications;
import com.ones1ght.application.chat.MergedStep.MergedTodos;
import com.ones1ght.application.chat.port.NewRun;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.event.LoggedEvent;
import com.ones1ght.application.idempotency.port.Answers.StoredAnswer;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.LedgerEntry;
import com.ones1ght.domain.event.EventId;
import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.store.Whereabouts;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.Stamp;
import com.ones1ght.domain.visit.Visit;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tables of immutable rows. A copy is a state of its own, so that a transaction can be undone. */
public final class InMemoryState {

    /** A run of a round. */
    public record RunKey(RoundId round, int run) {}

    /** The head of a chat. */
    public record ChatRow(ChatId id, Owner owner, ProfileId profile, Instant createdAt) {}

    /**
     * What clients of a chat session are shown of a round.
     *
     * @param updatedAt null where it is that of the round
     */
    public record SessionForm(
            @Nullable JsonFragment shoppingList,
            @Nullable JsonFragment backList,
            @Nullable Instant updatedAt) {

        public SessionForm(@Nullable JsonFragment shoppingList, @Nullable JsonFragment backList) {
            this(shoppingList, backList, null);
        }

        /** What the update brings of it. */
        public static SessionForm of(RunUpdate update) {
            return new SessionForm(
                    update.step(MergedTodos.class)
                            .map(MergedTodos::sessionDocument)
                            .orElse(null),
                    update.step(MergedNotifications.class)
                            .map(MergedNotifications::sessionDocument)
                            .orElse(null));
        }
    }

    /** A round with what it shows. */
    public record RoundRow(
            Round round,
            @Nullable JsonFragment todos,
            @Nullable JsonFragment recommendedItems,
            @Nullable JsonFragment notifications,
            @Nullable JsonFragment guard,
            RoundResult result,
            SessionForm session) {

        /** A round that shows nothing yet. */
        public RoundRow(Round round, @Nullable MergedGuard guard) {
            this(
                    round,
                    null,
                    null,
                    null,
                    guard == null ? null : guard.document(),
                    new RoundResult(null, null, null, guard == null ? RoundGuard.NONE : guard.guard()),
                    new SessionForm(null, null));
        }

        private boolean looksLike(RoundRow other) {
            return round.equals(other.round)
                    && Objects.equals(todos, other.todos)
                    && Objects.equals(recommendedItems, other.recommendedItems)
                    && Objects.equals(notifications, other.notifications)
                    && Objects.equals(guard, other.guard);
        }

        /** Another state of the round, which shows what it showed. */
        public RoundRow with(Round changed) {
            return new RoundRow(changed, todos, recommendedItems, notifications, guard, result, session);
        }
    }

    /**
     * A run.
     *
     * @param round as the run last left it
     * @param open whether it is in the queue
     */
    public record RunRow(Round round, NewRun run, PipelineSnapshot snapshot, long token, Instant dueAt, boolean open) {
        public RunKey key() {
            return new RunKey(round.id(), round.run());
        }

        /** Out of the queue, with the round that it became; a claim on it is worth nothing any more. */
        public RunRow ended(Round became) {
            return new RunRow(became, run, snapshot, token + 1, dueAt, false);
        }
    }

    /** What a run has cost. */
    public record ChargeRow(TenantId tenant, long cost, boolean refunded) {}

    /** A change of a balance. */
    public record LedgerRow(TenantId tenant, LedgerEntry entry) {}

    /** A visit with its stamps, in order. */
    public record VisitRow(Owner owner, Visit visit, List<Stamp> stamps) {

        public VisitRow {
            stamps = List.copyOf(stamps);
        }
    }

    /** A chat session. */
    public record ChatSessionRow(Owner owner, ProfileId profile, ChatSession session) {}

    /**
     * What a signage is to be told.
     *
     * @param number its place among all that the tenant has written
     */
    public record DeliveryRow(
            TenantId tenant,
            long number,
            SignageTrigger trigger,
            @Nullable Correlation correlation,
            Instant acceptedAt,
            Instant dueAt,
            @Nullable Instant leaseUntil,
            long token,
            int attempts,
            @Nullable Instant parkedAt,
            @Nullable String reason) {}

    /** What signages were told of late. */
    public record PassageRow(
            SignageTrigger trigger, @Nullable Correlation correlation, long written, Instant endsAt) {}

    public final Map<String, Tenant> tenants;
    public final Map<TenantId, Long> balances;
    public final Map<RunKey, ChargeRow> charges;
    public final List<LedgerRow> ledger;
    public final Map<TenantId, Integer> signageTimeouts;
    public final Map<ModelId, TenantModel> models;
    public final Map<String, StoredAnswer> answers;
    public final Map<TenantId, Instant> tenantsSince;
    public final Map<KeyHash, StoredKey> keys;
    public final List<AuditEntry> audit;
    public final Map<ProfileId, Profile> profiles;
    public final Map<ChatId, ChatRow> chats;
    public final Map<RoundId, RoundRow> rounds;
    public final Map<RoundId, Long> versions;
    public final Map<RunKey, RunRow> runs;
    public final Map<VisitId, VisitRow> visits;
    public final Map<ChatId, ChatSessionRow> chatSessions;
    public final Map<TenantId, Long> eventNumbers;
    public final Map<EventId, LoggedEvent> events;
    public final Map<UUID, DeliveryRow> deliveries;
    public final Map<UUID, PassageRow> passages;
    public final Map<ProfileId, Whereabouts> whereabouts;

    InMemoryState() {
        tenants = new HashMap<>();
        balances = new HashMap<>();
        charges = new HashMap<>();
        ledger = new ArrayList<>();
        signageTimeouts = new HashMap<>();
        models = new LinkedHashMap<>();
        answers = new HashMap<>();
        tenantsSince = new HashMap<>();
        keys = new HashMap<>();
        audit = new ArrayList<>();
        profiles = new HashMap<>();
        chats = new LinkedHashMap<>();
        rounds = new LinkedHashMap<>();
        versions = new HashMap<>();
        runs = new LinkedHashMap<>();
        visits = new LinkedHashMap<>();
        chatSessions = new LinkedHashMap<>();
        eventNumbers = new HashMap<>();
        events = new LinkedHashMap<>();
        deliveries = new LinkedHashMap<>();
        passages = new LinkedHashMap<>();
        whereabouts = new HashMap<>();
    }

    private InMemoryState(InMemoryState other) {
        tenants = new HashMap<>(other.tenants);
        balances = new HashMap<>(other.balances);
        charges = new HashMap<>(other.charges);
        ledger = new ArrayList<>(other.ledger);
        signageTimeouts = new HashMap<>(other.signageTimeouts);
        models = new LinkedHashMap<>(other.models);
        answers = new HashMap<>(other.answers);
        tenantsSince = new HashMap<>(other.tenantsSince);
        keys = new HashMap<>(other.keys);
        audit = new ArrayList<>(other.audit);
        profiles = new HashMap<>(other.profiles);
        chats = new LinkedHashMap<>(other.chats);
        rounds = new LinkedHashMap<>(other.rounds);
        versions = new HashMap<>(other.versions);
        runs = new LinkedHashMap<>(other.runs);
        visits = new LinkedHashMap<>(other.visits);
        chatSessions = new LinkedHashMap<>(other.chatSessions);
        eventNumbers = new HashMap<>(other.eventNumbers);
        events = new LinkedHashMap<>(other.events);
        deliveries = new LinkedHashMap<>(other.deliveries);
        passages = new LinkedHashMap<>(other.passages);
        whereabouts = new HashMap<>(other.whereabouts);
    }

    /** The next number of the tenant. */
    public long nextNumber(TenantId tenant) {
        return eventNumbers.merge(tenant, 1L, Long::sum);
    }

    /** Adds or replaces a round, and raises its version if clients see a difference. */
    public RoundRow put(RoundRow row) {
        RoundRow before = rounds.put(row.round().id(), row);
        if (before == null || !before.looksLike(row)) {
            versions.merge(row.round().id(), 1L, Long::sum);
        }
        return row;
    }

    InMemoryState copy() {
        return new InMemoryState(this);
    }
}
