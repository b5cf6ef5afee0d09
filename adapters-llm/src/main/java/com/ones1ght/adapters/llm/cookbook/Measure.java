package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.domain.shared.LocalizedText;
import java.util.Locale;

/** The units of a recipe. */
public enum Measure {
    G("g", "g", "g"),
    ML("ml", "ml", "ml"),
    PIECE("개", "piece", "個"),
    CUBE("개", "cube", "個"),
    BLOCK("모", "block", "丁"),
    HEAD("포기", "head", "玉"),
    STALK("대", "stalk", "本"),
    CLOVE("쪽", "clove", "片"),
    BUNCH("단", "bunch", "束"),
    SHEET("장", "sheet", "枚"),
    SLICE("토막", "fillet", "切れ"),
    SERVING("인분", "serving", "玉"),
    CAN("캔", "can", "缶"),
    PACK("팩", "pack", "パック"),
    BOTTLE("병", "bottle", "本"),
    CUP("컵", "cup", "カップ"),
    TBSP("큰술", "tbsp", "大さじ"),
    TSP("작은술", "tsp", "小さじ"),
    PINCH("꼬집", "pinch", "つまみ");

    private final LocalizedText label;

    Measure(String ko, String en, String ja) {
        this.label = new LocalizedText(ko, en, ja);
    }

    /** The unit in three languages, English in the singular. */
    public LocalizedText label() {
        return label;
    }

    /** Whether any fraction of it can be measured out. */
    public boolean isDivisible() {
        return this == G || this == ML;
    }

    public static Measure of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
