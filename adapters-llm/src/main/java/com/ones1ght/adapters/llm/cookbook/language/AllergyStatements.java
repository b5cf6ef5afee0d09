package com.ones1ght.adapters.llm.cookbook.language;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of a text that speak of an allergy. There are more ways to say it than patterns can list, so a sentence
 * of which no food is negated counts against all of its foods: a dish too few does no harm, a shrimp too many does.
 */
public final class AllergyStatements {

    private static final Pattern ALLERGY =
            Pattern.compile("allerg(?![a-z]*[- ](?:friendly|safe|free))|intoleran|anaphyla|알레르기|알러지|앨러지|アレルギ|アレルゲン");
    private static final Pattern DENIED = Pattern.compile(
            "\\b(?:no|without|zero) (?:known |food |other |any )*(?:allerg|intoleran)|\\bnot (?:allergic|intolerant)|n't have (?:any )?(?:food )?allerg"
                    + "|(?:알레르기|알러지|앨러지)(?:는|은|가|도)? ?(?:전혀 |따로 )?(?:없|아니)"
                    + "|アレルギー?(?:は|が|も)?(?:特に|一切)?(?:なし|無し|無い|ない|ありません|無く|なく|じゃな|ではな)");
    private static final Pattern SENTENCE = Pattern.compile("[^.。!?;]+");

    private final String text;
    private final List<Mention> mentions;

    AllergyStatements(AnalyzedText analyzed) {
        this.text = analyzed.text();
        this.mentions = analyzed.mentions();
    }

    /** Whether a text, in any form, speaks of an allergy. */
    public static boolean isIn(String text) {
        return isInNormalized(TextNormalizer.normalize(text));
    }

    static boolean isInNormalized(String text) {
        return ALLERGY.matcher(text).find();
    }

    /**
     * Negates the foods of each sentence that states an allergy and negates no food yet.
     *
     * @param negated by the index of the mention; updated
     */
    void negateAllergens(boolean[] negated) {
        if (!isInNormalized(text)) {
            return;
        }
        Matcher sentence = SENTENCE.matcher(text);
        while (sentence.find()) {
            String words = sentence.group();
            if (isInNormalized(words) && !DENIED.matcher(words).find() && !negatesFood(sentence, negated)) {
                negateFoods(sentence, negated);
            }
        }
    }

    private boolean negatesFood(Matcher sentence, boolean[] negated) {
        for (int i = 0; i < mentions.size(); i++) {
            if (negated[i] && isFoodWithin(mentions.get(i), sentence)) {
                return true;
            }
        }
        return false;
    }

    private void negateFoods(Matcher sentence, boolean[] negated) {
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
