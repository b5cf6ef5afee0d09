package com.ones1ght.bootstrap.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that cannot choose one themselves, or that are started again on the same one.
 *
 * <p>They are below the ports that operating systems give to outgoing connections: one of those could otherwise hold the
 * port of a server while it is down, even a client's connection to itself.
 */
public final class FreePort {

    private static final int FIRST = 10_240;
    private static final int END = 32_768;

    /** Tests that run beside each other begin at different places. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(END - FIRST));

    private FreePort() {}

    /**
     * Another one at each call.
     *
     * @throws IllegalStateException if all are taken
     */
    public static int next() {
        for (int tried = 0; tried < END - FIRST; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), END - FIRST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("All ports from " + FIRST + " to " + (END - 1) + " are taken");
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
