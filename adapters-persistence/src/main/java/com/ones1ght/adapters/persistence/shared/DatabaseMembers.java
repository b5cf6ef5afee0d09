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
import java.util.concurrent.atomic.AtomicLong;
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

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final List<Member> members;
    private final long retryNanos;
    private volatile @Nullable Member last;

    private final class Member {

        private final String url;
        private volatile boolean isSilent;

        /** The {@link System#nanoTime()} from which on one caller may try it, if it is silent. */
        private final AtomicLong retryAt = new AtomicLong();

        private Member(String url) {
            this.url = url;
        }

        private boolean mayBeTried() {
            long now = System.nanoTime();
            long due = retryAt.get();
            return !isSilent || now - due >= 0 && retryAt.compareAndSet(due, now + retryNanos);
        }

        private void noteSilent(boolean silent) {
            retryAt.set(System.nanoTime() + retryNanos);
            isSilent = silent;
        }
    }

    /** @param properties those in the URL */
    DatabaseMembers(String url, Properties properties) {
        this(url, properties, RETRY);
    }

    DatabaseMembers(String url, Properties properties, Duration retry) {
        retryNanos = retry.toNanos();
        members = urls(url, properties).map(Member::new).toList();
    }

    /** One for each member, unless the driver has to choose among several that could be used. */
    private static Stream<String> urls(String url, Properties properties) {
        boolean isChoice = properties.getProperty("targetServerType", "").startsWith("prefer")
                || Boolean.parseBoolean(properties.getProperty("loadBalanceHosts"));
        Matcher several = SEVERAL.matcher(url);
        return several.matches() && !isChoice
                ? Arrays.stream(several.group(2).split(",")).map(host -> several.group(1) + host + several.group(3))
                : Stream.of(url);
    }

    /**
     * Opens a connection.
     *
     * @throws SQLException if no member can be used; says why the last one could not that was tried
     */
    Connection open(Properties properties) throws SQLException {
        if (members.size() == 1) {
            return connect(members.get(0), properties);
        }
        SQLException failure = null;
        for (Member member : inOrder()) {
            if (!member.mayBeTried()) {
                continue;
            }
            try {
                Connection connection = connect(member, properties);
                member.noteSilent(false);
                last = member;
                return connection;
            } catch (SQLException e) {
                member.noteSilent(isSilence(e));
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
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

    /** Not by the DriverManager, which hides an application's driver from threads with another class loader. */
    private static Connection connect(Member member, Properties properties) throws SQLException {
        return new Driver().connect(member.url, properties);
    }

    private static boolean isSilence(SQLException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(SocketTimeoutException.class::isInstance);
    }
}
