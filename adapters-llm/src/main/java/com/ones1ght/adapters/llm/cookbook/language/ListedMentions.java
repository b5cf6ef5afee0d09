package com.ones1ght.adapters.llm.cookbook.language;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which mentions of a text are items of one list.
 *
 * @param text what is looked at
 */
record ListedMentions(AnalyzedText text) {

    private static final int MAX_JOINTS = 6;

    /** They join a list whose further items need not be known, "건과일" in "와인이나 건과일 안돼요". */
    private static final Set<String> ENUMERATIONS = Grammar.words("listedMentions.enumerations");

    private static final int MAX_ITEM = 3;

    private static final Pattern ARROW = Pattern.compile(" ?(?:-+>|=>|→|⇒|➡) ?");

    private static final Set<String> EATERS = Set.of("kids", "baby", "toddler", "pregnant", "well-cooked", "party");

    /** A feast is no guest. */
    private static final Set<String> OCCASIONS = Set.of("holiday", "birthday");

    private static final Set<String> PART_OF = Grammar.words("listedMentions.part of");

    private static final Set<String> THAN = Grammar.words("listedMentions.than");
    private static final Set<String> OBJECT = Grammar.words("listedMentions.object");
    private static final Set<String> RESULT = Grammar.words("listedMentions.result");
    private static final Set<String> CHANGE = Grammar.words("listedMentions.change");

    /** Whether nothing but what joins a list stands between a mention and the next; words of Latin script need a word. */
    boolean isJoint(int i) {
        List<Token> gap = text.between(i, i + 1);
        return gap.isEmpty()
                ? !text.isLatin(i)
                : gap.size() <= MAX_JOINTS && gap.stream().allMatch(Cues.bundled()::joins);
    }

    /** The beef of "肉じゃがの牛肉", what goes into "라면에": what is said of it is not said of the dish. */
    boolean isPart(int i) {
        List<Token> gap = text.between(i - 1, i);
        return gap.size() == 1
                && PART_OF.contains(gap.get(0).term())
                && (text.mentions().get(i - 1).isOf(Concept.Kind.DISH)
                        || text.mentions().get(i - 1).isOf(Concept.Kind.ABSENT_DISH))
                && !text.mentions().get(i).isOf(Concept.Kind.DISH);
    }

    /** Whether it says who eats: a son who reacts to eggs is not ruled out with them. */
    boolean isEater(int i) {
        Set<Concept> concepts = text.mentions().get(i).concepts();
        return concepts.stream()
                        .anyMatch(concept -> concept.kind() == Concept.Kind.TAG && EATERS.contains(concept.id()))
                && concepts.stream().noneMatch(concept -> OCCASIONS.contains(concept.id()));
    }

    /** Whether a word behind a mention belongs to a further item of its list, which is not known. */
    boolean isUnknownItem(int i, int token) {
        int joint = text.mentions().get(i).last() + 1;
        return joint <= token
                && token <= joint + MAX_ITEM
                && ENUMERATIONS.contains(text.tokens().get(joint).term())
                && text.tokens().subList(joint + 1, token + 1).stream()
                        .noneMatch(word -> word.isBreak() || isVerb(word));
    }

    /** No Japanese verb ends in katakana. */
    private boolean isVerb(Token word) {
        int last = text.text().codePointBefore(word.end());
        return Refusals.isVerb(word) && Character.UnicodeScript.of(last) != Character.UnicodeScript.KATAKANA;
    }

    /** "カレー、豚肉抜きで" asks for a curry: across a bare comma foods share an effect, a dish and its foods do not. */
    boolean isBareGap(int i) {
        return text.between(i, i + 1).stream().allMatch(Token::isBreak);
    }

    /** Whether both are foods, and both or neither of them is a dish as well. */
    boolean areFoods(int one, int other) {
        return text.mentions().get(one).isOf(Concept.Kind.FOOD)
                && text.mentions().get(other).isOf(Concept.Kind.FOOD)
                && text.mentions().get(one).isOf(Concept.Kind.DISH)
                        == text.mentions().get(other).isOf(Concept.Kind.DISH);
    }

    boolean isOfOneKind(int one, int other) {
        return areFoods(one, other)
                && text.mentions().get(one).isOf(Concept.Kind.TAG)
                        == text.mentions().get(other).isOf(Concept.Kind.TAG);
    }

    /** "고기보다 두부", "肉より魚": of two foods that are compared the latter is wanted. */
    boolean isOutweighed(int i) {
        int than = text.mentions().get(i).last() + 1;
        return i + 1 < text.mentions().size()
                && isOfOneKind(i, i + 1)
                && text.between(i, i + 1).stream().noneMatch(Token::isBreak)
                && text.tokens().get(than).role() == Token.Role.LIGHT
                && THAN.contains(text.tokens().get(than).term());
    }

    /** "소고기를 닭고기로 바꿔줘": the former is out, the latter in. */
    boolean isReplaced(int i) {
        if (i + 1 < text.mentions().size() && ARROW.matcher(text.gap(i)).matches()) {
            return true;
        }
        if (i + 1 >= text.mentions().size() || text.between(i, i + 1).size() != 1) {
            return false;
        }
        int result = text.mentions().get(i + 1).last() + 1;
        boolean isChange = result < text.tokens().size()
                && RESULT.contains(text.tokens().get(result).term())
                && (result + 1 == text.tokens().size()
                        || text.tokens().get(result + 1).isBreak()
                        || CHANGE.contains(text.tokens().get(result + 1).term()));
        return isChange
                && OBJECT.contains(
                        text.tokens().get(text.mentions().get(i).last() + 1).term());
    }
}
