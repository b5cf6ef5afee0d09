package com.ones1ght.application.chat.runner;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Room for so many calls at once. Once closed it takes no more, and tells when the last one is over. Thread-safe. */
final class CallSlots {

    private final int limit;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition givenBack = lock.newCondition();
    private int taken;
    private boolean closed;

    CallSlots(int limit) {
        this.limit = limit;
    }

    /** Takes a slot, to be given back exactly once; false when all are taken, or none is given any more. */
    boolean tryTake() {
        lock.lock();
        try {
            if (closed || taken == limit) {
                return false;
            }
            taken++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void giveBack() {
        lock.lock();
        try {
            taken--;
            givenBack.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives no more slots, and waits until all are back.
     *
     * @return how many were still taken after {@code atMost}
     */
    int close(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            closed = true;
            long left = atMost.toNanos();
            while (taken > 0 && left > 0) {
                left = givenBack.awaitNanos(left);
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
