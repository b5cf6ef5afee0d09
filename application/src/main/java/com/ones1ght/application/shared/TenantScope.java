package com.ones1ght.application.shared;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tenant for whom a thread works, for its log records. Like the {@link Correlation} it is bound to the thread, because
 * no decision depends on it.
 */
public final class TenantScope {

    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private TenantScope() {}

    /** The tenant's code; null when the thread works for none, or for one that is not known yet. */
    public static @Nullable String current() {
        return CURRENT.get();
    }

    /** Binds this thread to a tenant, once a request has been authenticated; null for none. */
    public static void enter(@Nullable String tenantCode) {
        if (tenantCode == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(tenantCode);
        }
    }

    /** Performs work for the tenant, null for none. */
    public static <T> T during(@Nullable String tenantCode, Supplier<T> work) {
        String before = CURRENT.get();
        enter(tenantCode);
        try {
            return work.get();
        } finally {
            enter(before);
        }
    }
}
