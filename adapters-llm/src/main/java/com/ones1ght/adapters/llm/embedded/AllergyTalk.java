package com.ones1ght.adapters.llm.embedded;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of a text that speak of an allergy. The ways to say it are without number, so where such a
 * sentence keeps none of its foods away, it is taken to be about all of them: a dish less is no harm, a
 * shrimp too many is.
 */
final class AllergyTalk {

    private static final Pattern ALLERGY =
            Pattern.compile("allerg(?![a-z]*[- ](?:friendly|safe|free))|intoleran|anaphyla|알레르기|알러지|앨러지|アレルギ|アレルゲン");
    private static final Pattern DENIED = Pattern.compile(
            "\\b(?:no|without|zero) (?:known |food |other |any )*(?:allerg|intoleran)|\\bnot (?:allergic|intolerant)|n't have (?:any )?(?:food )?allerg"
                    + "|(?:알레르기|알러지|앨러지)(?:는|은|가|도)? ?(?:전혀 |따로 )?(?:없|아니)"
                    + "|アレルギー?(?:は|が|も)?(?:特に|一切)?(?:なし|無し|無い|ない|ありません|無く|なく|じゃな|ではな)");
    private static final Pattern SENTENCE = Pattern.compile("[^.。!?;]+");

    private final String text;
    private final List<Mention> mentions;

    /** @param text normalised */
    AllergyTalk(String text, List<Mention> mentions) {
        this.text = text;
        this.mentions = mentions;
    }

    /** @param text normalised */
    static boolean isIn(String text) {
        return ALLERGY.matcher(text).find();
    }

    /** Marks the foods of each sentence that speaks of an allergy, denies none, and keeps no food away yet. */
    void ruleOutWhatItSpeaksOf(boolean[] negated) {
        if (!isIn(text)) {
            return;
        }
        Matcher sentence = SENTENCE.matcher(text);
        while (sentence.find()) {
            String said = sentence.group();
            if (isIn(said) && !DENIED.matcher(said).find() && !keepsFoodAway(sentence, negated)) {
                markFoods(sentence, negated);
            }
        }
    }

    private boolean keepsFoodAway(Matcher sentence, boolean[] negated) {
        for (int i = 0; i < mentions.size(); i++) {
            if (negated[i] && isFoodWithin(mentions.get(i), sentence)) {
                return true;
            }
        }
        return false;
    }

    private void markFoods(Matcher sentence, boolean[] negated) {
        for (int i = 0; i < mentions.size(); i++) {
            negated[i] |= isFoodWithin(mentions.get(i), sentence);
        }
    }

    private static boolean isFoodWithin(Mention mention, Matcher sentence) {
        return mention.start() >= sentence.start()
                && mention.start() < sentence.end()
                && mention.concepts().stream().anyMatch(concept -> concept.kind() == Concept.Kind.FOOD);
    }
}
