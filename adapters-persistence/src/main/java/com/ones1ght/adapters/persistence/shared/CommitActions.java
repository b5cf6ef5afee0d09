package com.ones1ght.adapters.persistence.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the actions that the calling thread's transaction has registered until it has committed. Thread-safe. */
final class CommitActions {

    private static final System.Logger LOG = System.getLogger(CommitActions.class.getName());

    private final ThreadLocal<@Nullable List<Runnable>> registered = new ThreadLocal<>();

    /**
     * Runs a transaction from its beginning to its end, and afterwards what was registered meanwhile.
     *
     * @param transaction returns after its commit; when it throws, what was registered is dropped
     */
    <T> T around(Supplier<T> transaction) {
        List<Runnable> actions = new ArrayList<>();
        registered.set(actions);
        T result;
        try {
            result = transaction.get();
        } finally {
            registered.remove();
        }
        actions.forEach(CommitActions::run);
        return result;
    }

    /** Runs {@code action} after the calling thread's transaction, or immediately where there is none. */
    void add(Runnable action) {
        List<Runnable> actions = registered.get();
        if (actions == null) {
            run(action);
        } else {
            actions.add(action);
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "An action after a commit failed; what was committed stays", e);
        }
    }
}
