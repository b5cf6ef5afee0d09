package com.ones1ght.adapters.persistence.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL, started once for all tests of a JVM, and transactions on it without a container. A transaction that
 * takes a second connection fails, whatever the test is about.
 */
public final class TestDatabase implements Transactions {

    private static final class Holder {
        private static final TestDatabase INSTANCE = new TestDatabase(start());
    }

    private static final int MOST_CONNECTIONS = 80;

    private final DataSource server;
    private final DataSource pool;
    private final AtomicInteger statements = new AtomicInteger();
    private final EntityManagerFactory factory;
    private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();

    /** Whether the transaction of the thread has its connection. */
    private final ThreadLocal<Boolean> connected = ThreadLocal.withInitial(() -> false);

    private TestDatabase(DataSource server) {
        this.server = server;
        this.pool = pooled(server);
        new DatabaseMigration(server).run();
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
        config.setMaximumPoolSize(MOST_CONNECTIONS);
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

    /** The server itself, outside of all transactions: each connection is a new one. */
    public DataSource server() {
        return server;
    }

    public Sql sql() {
        return new Sql(new Connections(counting(DataSource.class, pool), entities(), this));
    }

    public EntityManager entities() {
        return proxy(EntityManager.class, (method, arguments) -> {
            EntityManager bound = current.get();
            return call(bound == null ? factory.createEntityManager() : bound, method, arguments);
        });
    }

    /** How many statements {@code work} sends to the server. */
    public int statementsOf(Runnable work) {
        int before = statements.get();
        work.run();
        return statements.get() - before;
    }

    @Override
    public <T> T joining(Supplier<T> work) {
        return current.get() == null ? inTransaction(work) : work.get();
    }

    @Override
    public boolean isActive() {
        return current.get() != null;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (current.get() != null) {
            throw new IllegalStateException("A unit of work is not begun inside of another");
        }
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            current.set(entities);
            try {
                // As the container's transactions do.
                entities.unwrap(Connection.class);
                T result = work.get();
                entities.getTransaction().commit();
                return result;
            } finally {
                current.remove();
                connected.remove();
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    private interface Call {
        @Nullable
        Object on(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private <T> T counting(Class<T> type, Object target) {
        return proxy(type, (method, arguments) -> {
            if (target instanceof Statement && method.getName().startsWith("execute")) {
                statements.incrementAndGet();
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
            return isStatement ? counting(method.getReturnType(), answer) : answer;
        });
    }

    /** Many transactions at once would starve a pool from which each takes two connections. */
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
