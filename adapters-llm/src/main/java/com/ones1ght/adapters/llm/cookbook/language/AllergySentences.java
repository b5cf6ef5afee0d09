package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** The sentences of a text that state an allergy, and the foods that they name. */
final class AllergySentences {

    /** Between an allergy and what it is to. */
    static final Set<String> LINKS = Grammar.words("allergySentences.links");

    private final AnalyzedText text;
    private final BitSet foods = new BitSet();

    AllergySentences(AnalyzedText text) {
        this.text = text;
        for (int i = 0; i < text.mentions().size(); i++) {
            if (isStated(i)) {
                foodsBeside(i).forEach(foods::set);
            }
        }
    }

    /** Whether a mention is of an allergy, and not "no allergies". */
    boolean isStated(int mention) {
        Mention at = text.mentions().get(mention);
        return at.isOf(Concept.Kind.ALLERGY) && AllergyStatements.isStated(at, text.tokens());
    }

    /** "パスタアレルギー", "청국장 알레르기": whether a dish stands right before an allergy, and so is what it is to. */
    boolean areToDish(int mention) {
        Mention at = text.mentions().get(mention);
        boolean isNamed = at.isOf(Concept.Kind.DISH) || at.isOf(Concept.Kind.ABSENT_DISH) || at.isOfKind();
        return isNamed
                && !text.isLatin(mention)
                && text.between(mention, mention + 1).stream().allMatch(token -> LINKS.contains(token.term()));
    }

    /** Whether a mention is a food in a sentence that states an allergy. */
    boolean haveFood(int mention) {
        return foods.get(mention);
    }

    /** The foods in the sentence of a mention, by their places among the mentions. */
    List<Integer> foodsBeside(int mention) {
        List<Token> tokens = text.tokens();
        int from = text.mentions().get(mention).first();
        while (from > 0 && tokens.get(from - 1).role() != Role.STOP) {
            from--;
        }
        int to = text.mentions().get(mention).last();
        while (to < tokens.size() && tokens.get(to).role() != Role.STOP) {
            to++;
        }
        List<Integer> beside = new ArrayList<>();
        for (int i = 0; i < text.mentions().size(); i++) {
            Mention other = text.mentions().get(i);
            if (other.first() >= from && other.last() < to && other.isOf(Concept.Kind.FOOD)) {
                beside.add(i);
            }
        }
        return beside;
    }
}
