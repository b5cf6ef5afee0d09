package com.ones1ght.adapters.persistence.shared;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection for a pool that replaces itself when it is broken, by the first statement of the next transaction: a restart
 * of the database fails what is under way and needs no restart of the server, whatever its pool does about broken
 * connections. One that was not used for a second is tested before. Within a transaction it stays broken, so that no part
 * of one is lost. Only statements and commits fail while the database is unavailable: a pool that cannot begin or roll back
 * a transaction logs stack traces.
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

    private final Opening opening;
    private Connection current;
    private boolean isClosed;
    private boolean isAutoCommit = true;
    private boolean isInTransaction;

    /** When the database was last asked; what pools do with a connection besides asks nobody. */
    private long lastUse = System.nanoTime();

    private RenewedConnection(Opening opening) throws SQLException {
        this.opening = opening;
        this.current = opening.open();
    }

    static Connection open(Opening opening) throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                RenewedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new RenewedConnection(opening));
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
            return method.invoke(current, arguments);
        } catch (InvocationTargetException e) {
            if (isTidying && !isClosed && current.isClosed()) {
                // The database has rolled back, and the next connection starts afresh.
                return null;
            }
            throw e.getCause();
        }
    }

    private void beginWork() throws SQLException {
        if (isClosed || isInTransaction) {
            return;
        }
        boolean isTrusted = System.nanoTime() - lastUse < TRUSTED_NANOS;
        if (current.isClosed() || !isTrusted && !current.isValid(TEST_SECONDS)) {
            Connection broken = current;
            current = reopened();
            close(broken);
            if (!isAutoCommit) {
                current.setAutoCommit(false);
            }
        }
        lastUse = System.nanoTime();
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
