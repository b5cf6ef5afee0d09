package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.visit.ChatSession;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words by which clients know the domain's constants: their names in lower case, and a few of their own. */
public final class WireWords {

    private static final Map<Enum<?>, String> OWN = Map.of(
            RoundState.CREATED, "in_progress",
            RoundState.KICKED_OFF, "in_progress",
            SurfaceReason.CROSS_SELL, "cross-sell",
            ChatSession.Reason.VISIT, "session_end");

    private WireWords() {}

    /** The word of a constant. */
    public static String of(Enum<?> constant) {
        String own = OWN.get(constant);
        return own == null ? constant.name().toLowerCase(Locale.ROOT) : own;
    }

    /** The constant of a word, which is told apart by case; empty when there is none. */
    public static <E extends Enum<E>> Optional<E> read(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }
}
