package com.ones1ght.application.chat;

import com.ones1ght.application.chat.ChatView.ProfileSummary;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.shared.Language;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a state of what a poll shows; on all nodes the same.
 *
 * @param rounds the version of the shown rounds: the sum of the versions of all, or that of the one
 * @param rest a hash of what is shown beside them: the profile's summary and the coupon spots
 */
public record ChatTag(long rounds, long rest) {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x9e3779b97f4a7c15L;

    static ChatTag of(long rounds, ProfileSummary summary, JsonFragment couponSpots) {
        Language locale = summary.locale();
        long hash = OFFSET;
        hash = added(hash, String.valueOf(summary.age()));
        hash = added(hash, String.valueOf(locale == null ? null : locale.code()));
        hash = added(hash, quoted(summary.gender()));
        hash = added(hash, quoted(summary.name()));
        return new ChatTag(rounds, added(hash, couponSpots.utf8()));
    }

    /** Tells null from its name. */
    private static String quoted(@Nullable String text) {
        return text == null ? "-" : '"' + text;
    }

    private static long added(long hash, String text) {
        return added(hash, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Eight bytes at a time: this is computed for every poll, and stores may have many spots. */
    private static long added(long hash, byte[] bytes) {
        long mixed = mixed(hash, bytes.length);
        int at = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            mixed = mixed(mixed, word(bytes, at, Long.BYTES));
        }
        return mixed(mixed, word(bytes, at, bytes.length - at));
    }

    private static long word(byte[] bytes, int from, int length) {
        long word = 0;
        for (int i = 0; i < length; i++) {
            word = word << Byte.SIZE | bytes[from + i] & 0xff;
        }
        return word;
    }

    private static long mixed(long hash, long word) {
        long product = (hash ^ word) * PRIME;
        return product ^ product >>> Integer.SIZE;
    }
}
