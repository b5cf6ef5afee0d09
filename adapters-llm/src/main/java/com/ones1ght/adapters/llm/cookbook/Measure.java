package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.domain.shared.LocalizedText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The units of a recipe. */
public enum Measure {
    G("g", "g", "g", 1),
    ML("ml", "ml", "ml", 1),
    PIECE("개", "piece", "個"),
    /** What is long is counted otherwise in Japanese. */
    LONG("개", "piece", "本"),
    WHOLE("마리", "piece", "杯"),
    BIRD("마리", "piece", "羽"),
    CUBE("개", "cube", "個"),
    BLOCK("모", "block", "丁"),
    HEAD("통", "head", "玉"),
    STALK("대", "stalk", "本"),
    SPRIG("줄기", "sprig", "本"),
    CLOVE("쪽", "clove", "片"),
    BUNCH("단", "bunch", "束"),
    SHEET("장", "sheet", "枚"),
    LEAF("장", "leaf", "枚"),
    FILLET("토막", "fillet", "切れ"),
    SERVING("인분", "serving", "人前"),
    CAN("캔", "can", "缶"),
    PACK("팩", "pack", "パック"),
    BOTTLE("병", "bottle", "本"),
    CUP("컵", "cup", "カップ", 200),
    TBSP("큰술", "tbsp", "大さじ", 15),
    TSP("작은술", "tsp", "小さじ", 5),
    PINCH("꼬집", "pinch", "つまみ", 1);

    private final LocalizedText label;
    private final int grams;

    Measure(String ko, String en, String ja) {
        this(ko, en, ja, 0);
    }

    Measure(String ko, String en, String ja, int grams) {
        this.label = new LocalizedText(ko, en, ja);
        this.grams = grams;
    }

    /** The unit in three languages, English in the singular. */
    public LocalizedText label() {
        return label;
    }

    /** Whether any fraction of it can be measured out. */
    public boolean isDivisible() {
        return this == G || this == ML;
    }

    /** Its weight in grams or volume in millilitres; empty where that depends on the food. */
    public Optional<BigDecimal> grams() {
        return grams == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(grams));
    }

    public static Measure of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The unit of this name in recipes; empty for a word that is none. */
    public static Optional<Measure> known(String word) {
        return Arrays.stream(values())
                .filter(measure -> measure.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** The unit of this English name; the first, where several have it. */
    public static Optional<Measure> labelled(String english) {
        return Arrays.stream(values())
                .filter(measure -> measure.label.en().equalsIgnoreCase(english))
                .findFirst();
    }
}
