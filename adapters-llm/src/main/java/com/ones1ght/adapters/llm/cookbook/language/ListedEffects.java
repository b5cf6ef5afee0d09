package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the items of a list, and the foods of a sentence that speaks of an allergy, the effect that one of them has. */
final class ListedEffects {
    private static final Set<String> THINGS = Grammar.words("listedEffects.things");
    private static final Set<String> INFLECTIONS = Grammar.words("listedEffects.inflections");

    private final AnalyzedText text;
    private final List<Mention> mentions;
    private final ListedMentions lists;
    private final AllergySentences allergies;
    private final List<@Nullable Effect> effects;
    private final boolean[] cuedBehind;

    /**
     * @param effects those that the mentions have by themselves; the others are set
     * @param cuedBehind whether the words behind a mention tell its effect
     */
    ListedEffects(
            AnalyzedText text,
            ListedMentions lists,
            AllergySentences allergies,
            List<@Nullable Effect> effects,
            boolean[] cuedBehind) {
        this.text = text;
        this.mentions = text.mentions();
        this.lists = lists;
        this.allergies = allergies;
        this.effects = effects;
        this.cuedBehind = cuedBehind;
    }

    void complete() {
        carryForward();
        carryBack();
        negateAllergens();
        useSupplies();
    }

    /**
     * "no pork or beef": the first item's effect is the list's to its end. Across a bare comma it reaches what an "or"
     * follows, and what nothing is said of: "we don't eat pork, shellfish".
     */
    private void carryForward() {
        boolean[] listed = new boolean[mentions.size()];
        for (int i = mentions.size() - 1; i > 0; i--) {
            List<Token> gap = text.between(i - 1, i);
            boolean continues = i + 1 < mentions.size() && listed[i + 1];
            boolean isComma = gap.size() == 1 && gap.get(0).isBreak();
            listed[i] = lists.isJoint(i - 1) && (!isComma || continues);
        }
        for (int i = 1; i < mentions.size(); i++) {
            boolean isItem =
                    text.isLatin(i - 1) && listed[i] && !(lists.isBareGap(i - 1) && isFood(i - 1) != isFood(i));
            if (effects.get(i - 1) != null
                    && effects.get(i) != Effect.FINE
                    && !lists.isEater(i)
                    && !cuedBehind[i - 1]
                    && (isItem || isBareItem(i) || isNextAllergen(i - 1, i - 1))
                    && (!cuedBehind[i]
                            || effects.get(i) == Effect.HAVE
                                    && effects.get(i - 1).isOut())) {
                effects.set(i, effects.get(i - 1));
            }
        }
    }

    /** Whether a food behind one that is ruled out stands between commas; "no beef, chicken please" asks for the latter. */
    private boolean isBareItem(int i) {
        int next = mentions.get(i).last() + 1;
        return effects.get(i) == null
                && Effect.rulesOut(effects.get(i - 1))
                && text.isLatin(i)
                && text.gap(i - 1).strip().equals(",")
                && lists.areFoods(i - 1, i)
                && (next == text.tokens().size() || text.tokens().get(next).isBreak());
    }

    /** "돼지고기랑 소고기 빼고": the last item's effect is the list's from its beginning. */
    private void carryBack() {
        BitSet together = namedTogether();
        for (int i = mentions.size() - 2; i >= 0; i--) {
            if (effects.get(i) == null
                    && effects.get(i + 1) != null
                    && effects.get(i + 1) != Effect.FINE
                    && cuedBehind[i + 1]
                    && !lists.isEater(i)
                    && (lists.isJoint(i) && !lists.isPart(i + 1) && (lists.isOfOneKind(i, i + 1) || !lists.isBareGap(i))
                            || isOneWord(i)
                            || together.get(i) && effects.get(i + 1).isOut()
                            || isNextAllergen(i, i + 1))) {
                effects.set(i, effects.get(i + 1));
                cuedBehind[i] = true;
            }
        }
    }

    /**
     * "peach tomato allergy": beside one of its foods, a food is one more of them, though nothing joins the two.
     *
     * @param i the former of both
     * @param allergen the one that is known to be an allergen
     */
    private boolean isNextAllergen(int i, int allergen) {
        return effects.get(allergen) == Effect.NEVER
                && text.between(i, i + 1).isEmpty()
                && lists.isOfOneKind(i, i + 1)
                && allergies.haveFood(allergen);
    }

    /**
     * There are more ways to speak of an allergy than cues can list, so a sentence that does, and of which no food is
     * ruled out, counts against all of its foods: a dish too few does no harm, a shrimp too many does.
     */
    private void negateAllergens() {
        for (int i = 0; i < mentions.size(); i++) {
            if (!allergies.isStated(i)) {
                continue;
            }
            List<Integer> foods = allergies.foodsBeside(i);
            if (foods.stream()
                    .noneMatch(food -> effects.get(food) == Effect.WITHOUT || effects.get(food) == Effect.NEVER)) {
                foods.stream()
                        .filter(food -> effects.get(food) != Effect.FINE)
                        .forEach(food -> effects.set(food, Effect.NEVER));
            }
        }
    }

    /** Likewise in a text that tells what is in the kitchen all foods are, unless it says something else of them. */
    private void useSupplies() {
        if (text.phrases().has(Intent.SUPPLIES)) {
            for (int i = 0; i < mentions.size(); i++) {
                Effect effect = effects.get(i);
                boolean isAmount = effect == Effect.MORE || effect == Effect.LESS;
                if ((effect == null || isAmount) && mentions.get(i).isHeld()) {
                    effects.set(i, Effect.HAVE);
                }
            }
        }
    }

    /** "매운 거 밀가루 커피 다 금지": up to the last one, behind which it says so, all that are named. */
    private BitSet namedTogether() {
        BitSet together = new BitSet();
        for (int i = mentions.size() - 2; i >= 0; i--) {
            int behind = mentions.get(i + 1).last() + 1;
            boolean isLast = behind < text.tokens().size()
                    && NegationScope.ALL.contains(text.tokens().get(behind).term());
            together.set(
                    i,
                    (isLast || together.get(i + 1))
                            && text.between(i, i + 1).stream()
                                    .allMatch(word -> THINGS.contains(word.term())
                                            || word.role() == Token.Role.LIGHT && INFLECTIONS.contains(word.term())));
        }
        return together;
    }

    /** The 콩 and the 밥 of 콩밥. */
    private boolean isOneWord(int i) {
        return isFood(i)
                && !text.isLatin(i)
                && text.between(i, i + 1).isEmpty()
                && text.tokens().get(mentions.get(i).last()).end()
                        == text.tokens().get(mentions.get(i + 1).first()).start();
    }

    private boolean isFood(int i) {
        return mentions.get(i).isOf(Concept.Kind.FOOD);
    }
}
