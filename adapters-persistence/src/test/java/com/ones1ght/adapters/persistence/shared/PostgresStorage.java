package com.ones1ght.adapters.persistence.shared;

import static org.awaitility.Awaitility.await;

import com.ones1ght.adapters.persistence.access.AccessPersistence;
import com.ones1ght.adapters.persistence.audit.AuditPersistence;
import com.ones1ght.adapters.persistence.chat.ChatPersistence;
import com.ones1ght.adapters.persistence.credit.CreditPersistence;
import com.ones1ght.adapters.persistence.event.EventPersistence;
import com.ones1ght.adapters.persistence.profile.ProfilePersistence;
import com.ones1ght.adapters.persistence.tenant.TenantPersistence;
import com.ones1ght.adapters.persistence.visit.VisitPersistence;
import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.audit.port.AuditLog;
import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.chat.port.ChatVersions;
import com.ones1ght.application.chat.port.Chats;
import com.ones1ght.application.chat.port.NewRuns;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.TodoLists;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.event.port.EventLog;
import com.ones1ght.application.event.port.ShopperPositions;
import com.ones1ght.application.event.port.SignageOutbox;
import com.ones1ght.application.event.port.TriggeredRounds;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.application.signage.port.RecentPassages;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.application.visit.port.ChatSessionViews;
import com.ones1ght.application.visit.port.ChatSessions;
import com.ones1ght.application.visit.port.VisitQueries;
import com.ones1ght.application.visit.port.Visits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The repositories on the {@link TestDatabase}, wired as in the container. */
public final class PostgresStorage implements StorageFixture {

    /** For kickoffs, and what they read, outside of transactions: more than any test makes at once. */
    private static final int CONNECTIONS = 64;

    private final TestDatabase database = TestDatabase.shared();
    private final ChatPersistence chats = new ChatPersistence();
    private final VisitPersistence visits = new VisitPersistence();
    private final EventPersistence events = new EventPersistence();
    private final Sql sql = database.sql();
    private final ApiKeys apiKeys = new AccessPersistence().apiKeys(sql);
    private final ConnectionLimit inGroups = new ConnectionLimit(CONNECTIONS);
    private final EventLog eventLog = events.eventLog(sql, database);
    private final TriggeredRounds triggeredRounds = events.triggeredRounds(sql);
    private final SignageOutbox signageOutbox = events.signageOutbox(database.sql(inGroups), database);
    private final NewRuns newRuns = chats.newRuns(database.sql(inGroups), database);
    private final RunQueue runQueue = chats.runQueue(database.sql(inGroups), credits(), database);
    private final Profiles profiles =
            new ProfilePersistence().profiles(database.entities(), database.sql(inGroups), credits(), database);

    /** With empty queues and no open chat session. */
    public static PostgresStorage withEmptyQueue() {
        PostgresStorage storage = new PostgresStorage();
        List.of(
                        "UPDATE /* all tenants */ pipeline_run SET settled_at = now() WHERE settled_at IS NULL",
                        "UPDATE /* all tenants */ chat_session SET ended_at = idle_at, end_reason = 'IDLE' WHERE ended_at IS NULL",
                        "DELETE /* all tenants */ FROM signage_outbox",
                        "DELETE /* all tenants */ FROM signage_passage")
                .forEach(text -> storage.sql.statement(text).update());
        return storage;
    }

    @Override
    public Tenants tenants() {
        return new TenantPersistence().tenants(database.entities(), sql, database);
    }

    @Override
    public ApiKeys apiKeys() {
        return apiKeys;
    }

    @Override
    public AuditLog auditLog() {
        return new AuditPersistence().auditLog(sql);
    }

    @Override
    public CreditLedger credits() {
        return new CreditPersistence().creditLedger(sql, database);
    }

    @Override
    public Profiles profiles() {
        return profiles;
    }

    @Override
    public Chats chats() {
        return chats.chats(sql);
    }

    @Override
    public NewRuns newRuns() {
        return newRuns;
    }

    /** What is done in groups: there is no connection until all have arrived, each in a thread of its own. */
    @Override
    public <T> List<T> inFlightTogether(List<Supplier<T>> calls) {
        IntStream.range(0, CONNECTIONS).forEach(i -> inGroups.acquire());
        List<FutureTask<T>> tasks = new ArrayList<>();
        try {
            for (Supplier<T> call : calls) {
                FutureTask<T> task = new FutureTask<>(call::get);
                tasks.add(task);
                Thread thread = new Thread(task, "in-flight-" + tasks.size());
                thread.start();
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> thread.getState() == Thread.State.TIMED_WAITING);
            }
        } finally {
            IntStream.range(0, CONNECTIONS).forEach(i -> inGroups.release());
        }
        return tasks.stream().map(PostgresStorage::answer).toList();
    }

    private static <T> T answer(FutureTask<T> task) {
        try {
            return task.get(1, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("A call failed", e);
        }
    }

    @Override
    public ChatQueries chatQueries() {
        return chats.chatQueries(sql);
    }

    @Override
    public ChatVersions chatVersions() {
        return chats.chatVersions(sql);
    }

    @Override
    public TodoLists todoLists() {
        return chats.todoLists(sql);
    }

    @Override
    public RunQueue runQueue() {
        return runQueue;
    }

    @Override
    public Visits visits() {
        return visits.visits(sql);
    }

    @Override
    public VisitQueries visitQueries() {
        return visits.visitQueries(sql);
    }

    @Override
    public ChatSessions chatSessions() {
        return visits.chatSessions(sql);
    }

    @Override
    public ChatSessionViews chatSessionViews() {
        return visits.chatSessionViews(sql);
    }

    @Override
    public EventLog eventLog() {
        return eventLog;
    }

    @Override
    public TriggeredRounds triggeredRounds() {
        return triggeredRounds;
    }

    @Override
    public ShopperPositions shopperPositions() {
        return events.shopperPositions(sql);
    }

    @Override
    public RecentPassages recentPassages() {
        return events.recentPassages(sql);
    }

    @Override
    public SignageOutbox signageOutbox() {
        return signageOutbox;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return database;
    }
}
