package com.ones1ght.application.shared;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import com.ones1ght.application.shared.port.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A database in memory: one transaction at a time, undone when its work throws. It can be made unavailable and
 * counts what was committed.
 */
public final class InMemoryDatabase implements UnitOfWork {

    private static final System.Logger LOG = System.getLogger(InMemoryDatabase.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private List<Runnable> actions = new ArrayList<>();
    private InMemoryState state = new InMemoryState();
    private volatile boolean unavailable;
    private volatile int committed;

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (isInTransaction()) {
            return work.get();
        }
        List<Runnable> registered = new ArrayList<>();
        T result = inNewTransaction(work, registered);
        registered.forEach(InMemoryDatabase::perform);
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        if (isInTransaction()) {
            actions.add(action);
        } else {
            perform(action);
        }
    }

    private static void perform(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.INFO, "An action after a commit failed", e);
        }
    }

    private <T> T inNewTransaction(Supplier<T> work, List<Runnable> registered) {
        lock.lock();
        try {
            requireAvailable();
            actions = registered;
            InMemoryState before = state.copy();
            try {
                T result = work.get();
                requireAvailable();
                committed++;
                return result;
            } catch (RuntimeException | Error e) {
                state = before;
                throw e;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Reads or writes, in the thread's transaction if there is one. */
    public <T> T with(Function<InMemoryState, T> work) {
        lock.lock();
        try {
            requireAvailable();
            return work.apply(state);
        } finally {
            lock.unlock();
        }
    }

    /** From now on everything fails with {@link StorageUnavailableException}. */
    public void goAway() {
        unavailable = true;
    }

    public void comeBack() {
        unavailable = false;
    }

    /** How many transactions were committed. */
    public int committed() {
        return committed;
    }

    /** Whether the calling thread is in a transaction. */
    public boolean isInTransaction() {
        return lock.isHeldByCurrentThread();
    }

    private void requireAvailable() {
        if (unavailable) {
            throw new StorageUnavailableException("the database in memory is away", new IllegalStateException());
        }
    }
}
