package com.ones1ght.adapters.persistence.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL, started once per JVM, with the transactions of {@link JtaTransactions} outside of a container. Fails
 * every transaction that takes a second connection.
 */
public final class TestDatabase implements Transactions {

    private static final class Holder {
        private static final TestDatabase INSTANCE = new TestDatabase(start());
    }

    private static final int MAX_CONNECTIONS = 80;

    /** The system property with the number of {@link Partitions}; without it there are none. */
    static final String PARTITIONS = "ones1ght.test.partitions";

    private final DataSource server;
    private final DataSource pool;
    private final AtomicInteger statements = new AtomicInteger();
    private final @Nullable Partitions partitions;
    private final EntityManagerFactory factory;
    private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();
    private final ConnectionLimit limit = new ConnectionLimit(MAX_CONNECTIONS);
    private final Transactions transactions =
            new JtaTransactions(new LocalTransaction(), new JpaConnection(entities()), limit);

    /** Whether the calling thread's transaction has taken its connection. */
    private final ThreadLocal<Boolean> connected = ThreadLocal.withInitial(() -> false);

    private TestDatabase(DataSource server) {
        this.server = server;
        new DatabaseMigration(server).run();
        Integer number = Integer.getInteger(PARTITIONS);
        this.partitions = number == null ? null : Partitions.in(server, number);
        String release = System.getProperty(ReleaseRecorder.PROPERTY);
        this.pool = pooled(release == null ? server : ReleaseRecorder.record(server, release));
        this.factory = Persistence.createEntityManagerFactory(
                "ones1ght",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.nonJtaDataSource",
                        counting(DataSource.class, pool)));
    }

    private static DataSource pooled(DataSource server) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server);
        config.setMaximumPoolSize(MAX_CONNECTIONS);
        config.setMinimumIdle(4);
        return new HikariDataSource(config);
    }

    private static DataSource start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            return postgres.getPostgresDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TestDatabase shared() {
        return Holder.INSTANCE;
    }

    /** Opens new connections outside of the pool and of all transactions. */
    public DataSource server() {
        return server;
    }

    /** Another one on the same server, which remains until the end of the JVM unless it is dropped; without a schema. */
    public PGSimpleDataSource newDatabase(String name) throws SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        PGSimpleDataSource ours = (PGSimpleDataSource) server;
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(ours.getUrl());
        database.setUser(ours.getUser());
        database.setDatabaseName(name);
        return database;
    }

    public Sql sql() {
        return sql(limit);
    }

    Sql sql(ConnectionLimit limit) {
        return new Sql(new Connections(counting(DataSource.class, pool), limit, new JpaConnection(entities()), this));
    }

    public EntityManager entities() {
        return proxy(EntityManager.class, (method, arguments) -> {
            EntityManager bound = current.get();
            return call(bound == null ? factory.createEntityManager() : bound, method, arguments);
        });
    }

    /** The number of statements that {@code work} executes. */
    public int statementsOf(Runnable work) {
        int before = statements.get();
        work.run();
        return statements.get() - before;
    }

    @Override
    public boolean isActive() {
        return transactions.isActive();
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.inTransaction(work);
    }

    @Override
    public void afterCommit(Runnable action) {
        transactions.afterCommit(action);
    }

    /** The calling thread's transaction, in place of the container's. */
    private final class LocalTransaction implements UserTransaction {

        @Override
        public void begin() {
            EntityManager entities = factory.createEntityManager();
            entities.getTransaction().begin();
            current.set(entities);
        }

        @Override
        public void commit() {
            end(EntityTransaction::commit);
        }

        @Override
        public void rollback() {
            end(EntityTransaction::rollback);
        }

        private void end(Consumer<EntityTransaction> how) {
            try (EntityManager entities = Objects.requireNonNull(current.get())) {
                how.accept(entities.getTransaction());
            } finally {
                current.remove();
                connected.remove();
            }
        }

        @Override
        public int getStatus() {
            return current.get() == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setTransactionTimeout(int seconds) {
            throw new UnsupportedOperationException();
        }
    }

    private interface Call {
        @Nullable
        Object on(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private <T> T counting(Class<T> type, Object target) {
        return counting(type, target, "");
    }

    /** @param text of a statement */
    private <T> T counting(Class<T> type, Object target, String text) {
        List<Partitions.Setting> settings = new ArrayList<>();
        return proxy(type, (method, arguments) -> {
            if (target instanceof Statement && method.getName().startsWith("execute")) {
                statements.incrementAndGet();
                if (partitions != null) {
                    partitions.check(text, settings);
                }
            }
            if (target instanceof PreparedStatement && method.getName().startsWith("set")) {
                settings.add(statement -> call(statement, method, arguments));
            }
            if (target instanceof DataSource && method.getReturnType() == Connection.class) {
                noteConnection();
            }
            Object answer = call(target, method, arguments);
            if (answer instanceof Connection) {
                return counting(Connection.class, answer);
            }
            boolean isStatement =
                    answer instanceof Statement && method.getReturnType().isInterface();
            return isStatement
                    ? counting(method.getReturnType(), answer, arguments == null ? "" : Objects.toString(arguments[0]))
                    : answer;
        });
    }

    /** Concurrent transactions that take two connections each can exhaust the pool and deadlock. */
    private void noteConnection() {
        if (isActive()) {
            if (connected.get()) {
                throw new AssertionError("A transaction takes a second connection");
            }
            connected.set(true);
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                TestDatabase.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.on(method, arguments)));
    }
}
