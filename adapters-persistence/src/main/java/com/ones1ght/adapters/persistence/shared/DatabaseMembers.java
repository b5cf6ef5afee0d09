package com.ones1ght.adapters.persistence.shared;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Opens connections by a URL that may name several members of a cluster, of which one is the primary. The driver, left to
 * itself, tries them in the order of the URL, with one limit of time for all: behind a member that hangs, the right one has
 * a millisecond left. Here each has the whole limit, the one that was right last comes first, and one that gave no answer
 * last; it is tried by one caller at a time, every few seconds, and the others go without it. Thread-safe.
 */
final class DatabaseMembers {

    private static final Pattern SEVERAL = Pattern.compile("(jdbc:postgresql://)([^/?]+,[^/?]+)(.*)");
    private static final String ANSWER_SECONDS = "socketTimeout";

    /** How long one of several members may take to answer during a login, before the next is tried. */
    private static final Duration STEP = Duration.ofSeconds(2);

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final List<Member> members;
    private final boolean hasOwnLimit;
    private final Duration step;
    private final long retryNanos;
    private volatile @Nullable Member last;

    private final class Member {

        private final String url;
        private final AtomicBoolean isRetried = new AtomicBoolean();
        private volatile boolean isSilent;

        /** The {@link System#nanoTime()} from which on one caller may try it again, if it is silent. */
        private volatile long retryAt;

        private Member(String url) {
            this.url = url;
        }

        /** True for one caller, whom {@link #endRetry} has to follow. */
        private boolean beginRetry() {
            if (!isRetried.compareAndSet(false, true)) {
                return false;
            }
            boolean isDue = System.nanoTime() - retryAt >= 0;
            isRetried.set(isDue);
            return isDue;
        }

        private void endRetry() {
            isRetried.set(false);
        }

        private void noteSilent(boolean silent) {
            retryAt = System.nanoTime() + retryNanos;
            isSilent = silent;
        }
    }

    /** @param options those in the URL */
    DatabaseMembers(String url, Properties options) {
        this(url, options, STEP, RETRY);
    }

    DatabaseMembers(String url, Properties options, Duration step, Duration retry) {
        this.members = urls(url, options).map(Member::new).toList();
        this.hasOwnLimit = options.getProperty(ANSWER_SECONDS) != null;
        this.step = step;
        this.retryNanos = retry.toNanos();
    }

    /** One for each member, unless the driver has to choose among several that could be used. */
    private static Stream<String> urls(String url, Properties options) {
        boolean isChoice = options.getProperty("targetServerType", "").startsWith("prefer")
                || Boolean.parseBoolean(options.getProperty("loadBalanceHosts"));
        Matcher several = SEVERAL.matcher(url);
        return several.matches() && !isChoice
                ? Arrays.stream(several.group(2).split(",")).map(host -> several.group(1) + host + several.group(3))
                : Stream.of(url);
    }

    /**
     * Opens a connection.
     *
     * @param properties how long to wait for answers, among others; during a login, one of several members has less time,
     *     unless it is silent anyway: one that is merely slow can be reached
     * @throws SQLException if no member can be used; says why the last one could not that was tried
     */
    Connection open(Properties properties) throws SQLException {
        if (members.size() == 1) {
            return patiently(members.get(0), properties);
        }
        SQLException failure = null;
        for (Member member : inOrder()) {
            boolean isRetry = member.isSilent;
            if (isRetry && !member.beginRetry()) {
                continue;
            }
            try {
                Connection connection = isRetry ? patiently(member, properties) : quickly(member, properties);
                member.noteSilent(false);
                last = member;
                return connection;
            } catch (SQLException e) {
                member.noteSilent(isSilence(e));
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            } finally {
                if (isRetry) {
                    member.endRetry();
                }
            }
        }
        throw failure != null
                ? failure
                : new SQLTransientConnectionException("No member of the cluster answers", "08001");
    }

    private List<Member> inOrder() {
        return members.stream()
                .sorted(Comparator.comparing((Member member) -> member.isSilent)
                        .thenComparing(member -> member != last))
                .toList();
    }

    private Connection quickly(Member member, Properties properties) throws SQLException {
        if (hasOwnLimit) {
            return patiently(member, properties);
        }
        Properties quick = new Properties();
        quick.putAll(properties);
        quick.setProperty(ANSWER_SECONDS, String.valueOf(step.toSeconds()));
        Connection connection = patiently(member, quick);
        Duration answer = Duration.ofSeconds(Long.parseLong(properties.getProperty(ANSWER_SECONDS)));
        connection.setNetworkTimeout(Runnable::run, (int) answer.toMillis());
        return connection;
    }

    /** Not by the DriverManager, which hides an application's driver from threads with another class loader. */
    private static Connection patiently(Member member, Properties properties) throws SQLException {
        return new Driver().connect(member.url, properties);
    }

    private static boolean isSilence(SQLException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(SocketTimeoutException.class::isInstance);
    }
}
