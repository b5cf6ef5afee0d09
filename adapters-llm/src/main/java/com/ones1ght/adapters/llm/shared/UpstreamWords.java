package com.ones1ght.adapters.llm.shared;

import com.ones1ght.domain.recommendation.SurfaceReason;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The words by which upstreams know the domain's constants: their names in lower case, reasons with a hyphen. */
public final class UpstreamWords {

    private UpstreamWords() {}

    /** The word of a constant. */
    public static String of(Enum<?> constant) {
        return constant == SurfaceReason.CROSS_SELL
                ? "cross-sell"
                : constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a word, which is told apart by case; empty when there is none. */
    public static <E extends Enum<E>> Optional<E> read(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }
}
