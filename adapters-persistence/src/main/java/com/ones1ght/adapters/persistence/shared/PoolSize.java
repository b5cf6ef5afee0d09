package com.ones1ght.adapters.persistence.shared;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import javax.sql.DataSource;

/**
 * How many connections the pool opens at the most. Neither the annotation of a data source nor a descriptor can take that
 * number from a setting, so the server is told when the application starts. Payara offers that to its own modules alone.
 */
public final class PoolSize {

    /** What the pool keeps open. */
    public static final int MIN = 8;

    /** Four nodes fit into the 97 connections that PostgreSQL has by default. */
    public static final int DEFAULT = 20;

    private PoolSize() {}

    /**
     * Sets the size of a pool.
     *
     * @param pool as the server made it
     * @param size {@value #MIN} at least
     * @throws IllegalStateException with a sentence for operators, when this server's pool has another size that cannot
     *     be changed
     */
    public static void set(DataSource pool, int size) {
        if (size == DEFAULT) {
            return;
        }
        try {
            Object poolInfo = value(value(pool, "cm"), "poolInfo");
            Object runtime = Class.forName(
                            "com.sun.enterprise.connectors.ConnectorRuntime",
                            true,
                            Thread.currentThread().getContextClassLoader())
                    .getMethod("getRuntime")
                    .invoke(null);
            Object manager = runtime.getClass().getMethod("getPoolManager").invoke(runtime);
            Object found =
                    manager.getClass().getMethod("getPool", poolInfo.getClass()).invoke(manager, poolInfo);
            Object connections = value(found, "ds");
            Method limit = connections.getClass().getMethod("setMaxSize", int.class);
            limit.setAccessible(true);
            limit.invoke(connections, size);
            found.getClass().getMethod("setMaxPoolSize", int.class).invoke(found, size);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalStateException(
                    "ones1ght.db.pool-size is \"%d\", but this server's pool cannot be given another size than %d: leave it out."
                            .formatted(size, DEFAULT),
                    e);
        }
    }

    private static Object value(Object owner, String name) throws ReflectiveOperationException {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(owner);
                }
            }
        }
        throw new NoSuchFieldException(name);
    }
}
