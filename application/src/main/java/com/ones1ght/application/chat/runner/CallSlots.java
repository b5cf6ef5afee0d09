package com.ones1ght.application.chat.runner;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Room for so many calls at once. Once closed it takes no more, and tells when the last one is over. Thread-safe. */
final class CallSlots {

    private final int limit;
    private int taken;
    private boolean closed;

    CallSlots(int limit) {
        this.limit = limit;
    }

    /** Takes a slot, to be given back exactly once; false when all are taken, or none is given any more. */
    synchronized boolean tryTake() {
        if (closed || taken == limit) {
            return false;
        }
        taken++;
        return true;
    }

    synchronized void giveBack() {
        taken--;
        notifyAll();
    }

    /**
     * Gives no more slots, and waits until all are back.
     *
     * @return how many were still taken after {@code atMost}
     */
    synchronized int close(Duration atMost) throws InterruptedException {
        closed = true;
        long end = System.nanoTime() + atMost.toNanos();
        long left = end - System.nanoTime();
        while (taken > 0 && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        return taken;
    }
}
