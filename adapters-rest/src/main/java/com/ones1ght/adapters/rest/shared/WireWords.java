package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.visit.ChatSession;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The wire names of the domain's constants: their names in lower case, with a few exceptions. */
public final class WireWords {

    private static final Map<Enum<?>, String> OWN = Map.of(
            RoundState.CREATED, "in_progress",
            RoundState.KICKED_OFF, "in_progress",
            SurfaceReason.CROSS_SELL, "cross-sell",
            ChatSession.Reason.VISIT, "session_end");

    private WireWords() {}

    /** The wire name of a constant. */
    public static String of(Enum<?> constant) {
        String own = OWN.get(constant);
        return own == null ? constant.name().toLowerCase(Locale.ROOT) : own;
    }

    /** The constant with this wire name, case-sensitive; empty if there is none. */
    public static <E extends Enum<E>> Optional<E> read(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(name))
                .findFirst();
    }
}
