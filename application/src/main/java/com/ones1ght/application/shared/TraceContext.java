package com.ones1ght.application.shared;

import com.ones1ght.domain.shared.Require;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a distributed trace, as text: W3C Trace Context, version 00. Whoever continues the trace takes it as the
 * parent.
 *
 * @param traceparent trace, parent and flags
 * @param tracestate what vendors add to it; null without
 */
public record TraceContext(String traceparent, @Nullable String tracestate) {

    /** Version, trace, parent and flags. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private static final String VERSION = "00";
    private static final int LENGTH = 55;

    /** "sampled", and "random" of level 2; the others are reserved and have to be zero. */
    private static final int KNOWN_FLAGS = 0x03;

    private static final int MAX_TRACESTATE = 512;
    private static final int MAX_MEMBERS = 32;
    private static final Pattern MEMBER =
            Pattern.compile("[a-z0-9][a-z0-9_*/@-]{0,255}=[ -+\\--<>-~]{0,255}[!-+\\--<>-~]");

    public TraceContext {
        Require.that(
                traceparent.startsWith(VERSION)
                        && TRACEPARENT.matcher(traceparent).matches(),
                "traceparent",
                "be one of version 00");
    }

    /**
     * Reads the headers of a request. What is not valid is dropped, as W3C Trace Context requires: an invalid
     * {@code traceparent} with its {@code tracestate}, an invalid {@code tracestate} alone.
     *
     * @param traceparent null without the header
     * @param tracestate null without the header; several are joined by commas
     */
    public static Optional<TraceContext> read(@Nullable String traceparent, @Nullable String tracestate) {
        if (traceparent == null || !isValid(traceparent)) {
            return Optional.empty();
        }
        int flags = Integer.parseInt(traceparent.substring(LENGTH - 2, LENGTH), 16) & KNOWN_FLAGS;
        String known = VERSION + traceparent.substring(2, LENGTH - 2) + "0" + flags;
        return Optional.of(new TraceContext(known, usable(tracestate)));
    }

    /** Later versions may append fields, which this one does not know. */
    private static boolean isValid(String traceparent) {
        boolean isWhole = traceparent.length() == LENGTH
                || traceparent.length() > LENGTH
                        && traceparent.charAt(LENGTH) == '-'
                        && !traceparent.startsWith(VERSION);
        return isWhole && TRACEPARENT.matcher(traceparent.substring(0, LENGTH)).matches();
    }

    private static @Nullable String usable(@Nullable String tracestate) {
        if (tracestate == null || tracestate.length() > MAX_TRACESTATE) {
            return null;
        }
        String[] members = Arrays.stream(tracestate.split(",", -1))
                .map(member -> member.replaceAll("^[ \t]+|[ \t]+$", ""))
                .filter(member -> !member.isEmpty())
                .toArray(String[]::new);
        boolean valid = members.length > 0
                && members.length <= MAX_MEMBERS
                && Arrays.stream(members)
                        .allMatch(member -> MEMBER.matcher(member).matches())
                && Arrays.stream(members).map(TraceContext::key).distinct().count() == members.length;
        return valid ? String.join(",", members) : null;
    }

    private static String key(String member) {
        return member.substring(0, member.indexOf('='));
    }

    /** The trace's id: 32 hexadecimal digits. */
    public String traceId() {
        return traceparent.substring(3, 35);
    }
}
