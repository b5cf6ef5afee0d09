package com.ones1ght.adapters.rest.chat;

import com.ones1ght.application.chat.Baseline;
import com.ones1ght.application.chat.ChatTag;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The states of chats as entity tags: {@code W/"<rounds>.<rest>"}. */
final class ChatTags {

    private static final String ANY = "*";

    /** Of an entity tag, weak or strong, the part in quotes: compared is weakly, as RFC 9110 has it for GET. */
    private static final Pattern QUOTED = Pattern.compile("(?:W/)?\"([^\"]*)\"");

    private static final Pattern OURS = Pattern.compile("([0-9]{1,18})\\.([0-9a-f]{1,16})");

    private ChatTags() {}

    /** The value of an {@code ETag} header. */
    static String header(ChatTag tag) {
        return "W/\"" + tag.rounds() + "." + Long.toHexString(tag.rest()) + "\"";
    }

    /** @param list the value of an {@code If-None-Match} header; what is no tag of ours matches nothing */
    static Baseline baseline(String list) {
        return list.strip().equals(ANY)
                ? Baseline.ANY
                : Baseline.of(QUOTED.matcher(list)
                        .results()
                        .flatMap(tag -> ours(tag.group(1)).stream())
                        .toList());
    }

    /** @param value a tag as in a header, or the part in its quotes alone */
    static Baseline baselineOfQuery(String value) {
        List<ChatTag> bare = ours(value.strip());
        return bare.isEmpty() ? baseline(value) : Baseline.of(bare);
    }

    private static List<ChatTag> ours(String opaque) {
        return OURS.matcher(opaque)
                .results()
                .filter(tag -> tag.group().length() == opaque.length())
                .map(ChatTags::tag)
                .toList();
    }

    private static ChatTag tag(MatchResult parts) {
        return new ChatTag(Long.parseLong(parts.group(1)), Long.parseUnsignedLong(parts.group(2), 16));
    }
}
