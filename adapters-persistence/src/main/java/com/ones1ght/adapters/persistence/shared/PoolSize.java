package com.ones1ght.adapters.persistence.shared;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import javax.sql.DataSource;

/**
 * Sets the maximum size of the pool at startup: neither the annotation of a data source nor a descriptor can read it
 * from a setting. Payara has no public API for it, hence the reflection.
 */
public final class PoolSize {

    /** The connections that the pool keeps open. */
    public static final int MIN = 8;

    /** Four nodes fit into the 97 connections that PostgreSQL has by default. */
    public static final int DEFAULT = 20;

    private PoolSize() {}

    /**
     * Sets the maximum size of a pool.
     *
     * @param pool the server's data source
     * @param size at least {@value #MIN}
     * @throws IllegalStateException with a message for operators when this server's pool cannot be resized
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
                    "ones1ght.db.pool-size is \"%d\", but this server's pool cannot be resized from %d: remove the setting."
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
