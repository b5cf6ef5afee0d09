package com.ones1ght.adapters.rest.chat;

import com.ones1ght.application.chat.RoundPosition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ids of a round's events: {@code <run>.<steps done>}, with runs from 1, and {@code <run>.end}. */
final class RoundEventIds {

    private static final String END = "end";
    private static final Pattern OURS = Pattern.compile("([1-9][0-9]{0,8})\\.([0-4]|" + END + ")");

    private RoundEventIds() {}

    static String of(RoundPosition position) {
        return position.run() + 1 + "." + (position.isEnd() ? END : position.place());
    }

    /** @return null when it is no id of ours, as when there is none */
    static @Nullable RoundPosition read(@Nullable String id) {
        if (id == null) {
            return null;
        }
        Matcher parts = OURS.matcher(id);
        if (!parts.matches()) {
            return null;
        }
        String place = parts.group(2);
        return new RoundPosition(
                Integer.parseInt(parts.group(1)) - 1, place.equals(END) ? RoundPosition.END : Integer.parseInt(place));
    }
}
