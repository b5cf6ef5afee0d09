package com.ones1ght.adapters.persistence.shared;

/**
 * When the connections of one pool failed last: what broke one, a restart of the database for instance, has most likely
 * broken the others.
 */
final class PoolFailures {

    private volatile long broken = System.nanoTime();
    private volatile long demoted = broken;
    private volatile long hung = broken;

    /** A connection has turned out to be broken. */
    void noteBroken() {
        broken = System.nanoTime();
    }

    /** A connection refused to write, as one does whose database has become a standby. */
    void noteDemoted() {
        demoted = System.nanoTime();
    }

    /** A connection did not answer in time, as those to a machine that hangs. */
    void noteHung() {
        hung = System.nanoTime();
    }

    /** @param used a {@link System#nanoTime()} at which a connection worked */
    boolean brokenSince(long used) {
        return broken - used > 0;
    }

    /** @param used a {@link System#nanoTime()} at which a connection worked */
    boolean hungSince(long used) {
        return hung - used > 0;
    }

    /** @param opened the {@link System#nanoTime()} before a connection was opened */
    boolean demotedSince(long opened) {
        return demoted - opened > 0;
    }
}
