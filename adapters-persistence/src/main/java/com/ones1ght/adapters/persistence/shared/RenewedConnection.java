package com.ones1ght.adapters.persistence.shared;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection for a pool that replaces itself when it is broken, by the first statement of the next transaction: a restart
 * of the database fails what is under way and needs no restart of the server, whatever its pool does about broken
 * connections. One that was not used for a second, or not since another one of the pool broke, is tested before; once a test
 * gets no answer, others are replaced without one, since each would wait as long. Within a transaction it stays broken, so
 * that no part of one is lost. Only statements and commits fail while the database is unavailable: a pool that cannot begin
 * or roll back a transaction logs stack traces.
 *
 * <p>When a statement fails because its database only reads, which a demoted primary does, all connections of the pool are
 * replaced in the same way: behind an address of several members, they lead to the new primary.
 *
 * <p>Like any connection, used by one thread at a time.
 */
final class RenewedConnection implements InvocationHandler {

    /** Opens a connection. */
    @FunctionalInterface
    interface Opening {

        Connection open() throws SQLException;
    }

    private static final System.Logger LOG = System.getLogger(RenewedConnection.class.getName());

    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int TEST_SECONDS = 2;

    /** The SQLSTATE of a connection that cannot be established. */
    private static final String CONNECTION_FAILURE = "08001";

    /** The SQLSTATE of a statement that writes, in a transaction that only reads. */
    private static final String READ_ONLY = "25006";

    private final Opening opening;
    private final PoolFailures failures;
    private Connection current;
    private long openedAt;
    private boolean isClosed;
    private boolean isAutoCommit = true;
    private boolean isInTransaction;

    /** When the database was last asked; what pools do with a connection besides asks nobody. */
    private long lastUse = System.nanoTime();

    private RenewedConnection(Opening opening, PoolFailures failures) throws SQLException {
        this.opening = opening;
        this.failures = failures;
        this.openedAt = System.nanoTime();
        this.current = opening.open();
    }

    /** @param failures those of its pool */
    static Connection open(Opening opening, PoolFailures failures) throws SQLException {
        return proxy(Connection.class, new RenewedConnection(opening, failures));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(RenewedConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean isTidying = false;
        switch (method.getName()) {
            case "equals":
                return arguments != null && proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "toString":
                return "Renewed " + current;
            case "isClosed":
                return isClosed;
            case "close", "abort":
                isClosed = true;
                break;
            case "setAutoCommit":
                isAutoCommit = arguments != null && Boolean.TRUE.equals(arguments[0]);
                // Within a transaction, it would commit.
                isTidying = !isAutoCommit || !isInTransaction;
                isInTransaction = isInTransaction && !isAutoCommit;
                break;
            case "createStatement", "prepareStatement", "prepareCall":
                beginWork();
                isInTransaction = !isAutoCommit;
                break;
            case "isValid":
                beginWork();
                break;
            case "commit", "rollback":
                isTidying = "rollback".equals(method.getName()) && arguments == null;
                // Not back to a savepoint. Some pools leave the automatic commits off until they need them.
                isInTransaction = isInTransaction && arguments != null;
                lastUse = System.nanoTime();
                break;
            case "setClientInfo":
                isTidying = true;
                break;
            default:
                break;
        }
        try {
            Object result = method.invoke(current, arguments);
            return result instanceof Statement ? observed(method.getReturnType(), result) : result;
        } catch (InvocationTargetException e) {
            noteFailure(e.getCause());
            if (isTidying && !isClosed && current.isClosed()) {
                // The database has rolled back, and the next connection starts afresh.
                return null;
            }
            throw e.getCause();
        }
    }

    /** A statement whose failures are noted. */
    private <T> T observed(Class<T> type, Object statement) {
        return proxy(type, (proxy, method, arguments) -> {
            if ("equals".equals(method.getName())) {
                return arguments != null && proxy == arguments[0];
            }
            try {
                return method.invoke(statement, arguments);
            } catch (InvocationTargetException e) {
                noteFailure(e.getCause());
                throw e.getCause();
            }
        });
    }

    private void noteFailure(Throwable failure) throws SQLException {
        if (failure instanceof SQLException refused && READ_ONLY.equals(refused.getSQLState())) {
            failures.noteDemoted();
        } else if (!isClosed && current.isClosed()) {
            failures.noteBroken();
        }
    }

    private void beginWork() throws SQLException {
        if (isClosed || isInTransaction) {
            return;
        }
        if (!isUsable()) {
            Connection former = current;
            long now = System.nanoTime();
            current = reopened();
            openedAt = now;
            close(former);
            if (!isAutoCommit) {
                current.setAutoCommit(false);
            }
        }
        lastUse = System.nanoTime();
    }

    private boolean isUsable() throws SQLException {
        if (current.isClosed() || failures.demotedSince(openedAt) || failures.hungSince(lastUse)) {
            return false;
        }
        long now = System.nanoTime();
        if (now - lastUse < TRUSTED_NANOS && !failures.brokenSince(lastUse)) {
            return true;
        }
        boolean isWhole = current.isValid(TEST_SECONDS);
        if (!isWhole && System.nanoTime() - now > TRUSTED_NANOS) {
            failures.noteHung();
        }
        return isWhole;
    }

    /** Whatever the database says, refusing a login included: it is away, and no statement is at fault. */
    private Connection reopened() throws SQLException {
        try {
            return opening.open();
        } catch (SQLException e) {
            throw new SQLTransientConnectionException(
                    "The database cannot be reached: " + e.getMessage(), CONNECTION_FAILURE, e);
        }
    }

    private static void close(Connection broken) {
        try {
            broken.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "A broken connection cannot be closed", e);
        }
    }
}
