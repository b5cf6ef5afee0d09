package com.ones1ght.bootstrap.launcher;

/** What a process does when it ends, also if it has begun to. */
final class ProcessEnd {

    private ProcessEnd() {}

    /**
     * Does something when the process ends, or at once where a signal has come before: then no hook can be added.
     *
     * @param name of the thread that does it
     * @return whether the process goes on
     */
    static boolean await(String name, Runnable action) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(action, name));
            return true;
        } catch (IllegalStateException ending) {
            action.run();
            return false;
        }
    }
}
