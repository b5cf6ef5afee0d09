package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a text wants done with each of its mentions. English says it before the word ("without pork or beef") or with a
 * suffix ("gluten-free"), Korean and Japanese after it ("돼지고기 빼고", "豚肉抜きで"); the items of a list share it.
 */
final class NegationScope {

    private static final int MAX_SKIPPED = 12;

    /** They say where something goes ("카레에 넣지 …"), or what an allergy is to. */
    private static final Set<String> PLACE = Set.of("에", "에는", "에도", "に");

    private static final Pattern LEFT_OVER = Pattern.compile("(?:.* )?leftover|rotisserie|남은|찬|식은|어제|残|冷や|余|昨日");
    private static final Concept CHEAP = new Concept(Concept.Kind.TAG, "cheap");

    private final AnalyzedText text;
    private final ListedMentions lists;
    private final AllergySentences allergies;
    private final List<Token> tokens;
    private final List<Mention> mentions;
    private final List<@Nullable Effect> effects = new ArrayList<>();
    private final boolean[] cuedBehind;

    private NegationScope(AnalyzedText text) {
        this.text = text;
        this.lists = new ListedMentions(text);
        this.tokens = text.tokens();
        this.mentions = text.mentions();
        this.cuedBehind = new boolean[mentions.size()];
        this.allergies = new AllergySentences(text);
    }

    /** For each mention the effect of the words around it; null where they have none. */
    static List<@Nullable Effect> of(AnalyzedText text) {
        NegationScope scope = new NegationScope(text);
        for (int i = 0; i < scope.mentions.size(); i++) {
            int at = i;
            if (Surroundings.HARMLESS.tell(text, i)) {
                scope.effects.add(null);
                continue;
            }
            if (Surroundings.ONLY.tell(text, i)) {
                scope.cuedBehind[i] = Surroundings.ONLY.follow(text, i);
                scope.effects.add(Effect.ONLY);
                continue;
            }
            Optional<Effect> behind = scope.isFood(i) && Surroundings.SYMPTOMS.follow(text, i)
                    ? Optional.of(Effect.NEVER)
                    : scope.behind(i);
            if (behind.equals(Optional.of(Effect.HAVE)) && scope.before(i).equals(Optional.of(Effect.WITHOUT))) {
                // "No tortillas at home": there are none, but they are not unwanted.
                scope.effects.add(null);
                continue;
            }
            scope.cuedBehind[i] = behind.isPresent();
            scope.effects.add(behind.or(() -> scope.isFood(at) && Surroundings.SYMPTOMS.precede(text, at)
                            ? Optional.of(Effect.NEVER)
                            : scope.before(at))
                    .or(() -> scope.within(at))
                    .orElse(null));
        }
        scope.carryForward();
        scope.carryBack();
        scope.negateAllergens();
        return scope.effects;
    }

    private Optional<Effect> before(int i) {
        int from = i == 0 ? 0 : mentions.get(i - 1).last() + 1;
        int at = mentions.get(i).first() - 1;
        for (int skipped = 0; at >= from && skipped <= MAX_SKIPPED; skipped++, at--) {
            Optional<Effect> effect = cues().endingAt(tokens.subList(from, at + 1), at - from);
            if (effect.isPresent()) {
                return effect;
            }
            if (isEnding(at)
                    && at > from
                    && cues().endingAt(tokens.subList(from, at), at - 1 - from).isPresent()) {
                continue;
            }
            if (!cues().isSkippedBefore(tokens.get(at))) {
                return isFood(i) && Refusals.precedes(tokens, from, at)
                        ? Optional.of(Effect.WITHOUT)
                        : Optional.empty();
            }
        }
        return at < from && i > 0 && allergies.isStated(i - 1) ? Optional.of(Effect.NEVER) : Optional.empty();
    }

    /** The 은 of 남은, the の of 残りの. */
    private boolean isEnding(int at) {
        return tokens.get(at).role() == Role.LIGHT && !tokens.get(at).isLatin();
    }

    /** "찬밥": what is left is in the word itself. */
    private Optional<Effect> within(int i) {
        return isFood(i) && LEFT_OVER.matcher(text.said(i)).lookingAt() ? Optional.of(Effect.HAVE) : Optional.empty();
    }

    private Optional<Effect> behind(int i) {
        int next = i + 1;
        while (next < mentions.size() && isBargain(next)) {
            next++;
        }
        int end = next < mentions.size() ? mentions.get(next).first() : tokens.size();
        int at = mentions.get(i).last() + 1;
        boolean isPlace = false;
        for (int skipped = 0; at < end && skipped <= MAX_SKIPPED; skipped++, at++) {
            Optional<Effect> effect = cues().startingAt(tokens.subList(0, end), at);
            if (effect.isPresent()) {
                boolean isMeant =
                        switch (effect.get()) {
                            case HAVE -> isCounted(mentions.get(i).last() + 1, at);
                            case COSTLY -> isFood(i);
                            default -> !isPlace && !AbsenceQuestions.isAsked(tokens, mentions.get(i), at);
                        };
                return isMeant ? effect : Optional.empty();
            }
            if (!cues().isSkippedAfter(tokens.get(at)) && !isInBargain(at) && !lists.isUnknownItem(i, at)) {
                return isFood(i) && Refusals.follows(tokens, mentions.get(i).last() + 1, end)
                        ? Optional.of(Effect.WITHOUT)
                        : Optional.empty();
            }
            isPlace |= skipped == 0
                    && tokens.get(at).role() == Role.LIGHT
                    && PLACE.contains(tokens.get(at).term());
        }
        boolean isReached = at == end && next < mentions.size();
        if (isReached && isFood(i) && allergies.isStated(next)) {
            return Optional.of(Effect.NEVER);
        }
        return lists.isReplaced(i) ? Optional.of(Effect.WITHOUT) : Optional.empty();
    }

    /** "연어 두 토막 있어" has salmon, "연어 먹을 메뉴 있어?" asks for some: nothing but an amount may stand between. */
    private boolean isCounted(int from, int to) {
        return tokens.subList(from, to).stream()
                .allMatch(token ->
                        token.role() == Role.LIGHT || cues().counts(token) || isInBargain(tokens.indexOf(token)));
    }

    /** "鶏むねが安かったから買った": a price may stand between a food and what is done with it. */
    private boolean isBargain(int mention) {
        return mentions.get(mention).concepts().equals(Set.of(CHEAP));
    }

    private boolean isInBargain(int token) {
        return IntStream.range(0, mentions.size())
                .anyMatch(i -> mentions.get(i).first() <= token
                        && token <= mentions.get(i).last()
                        && isBargain(i));
    }

    private boolean isFood(int i) {
        return mentions.get(i).isOf(Concept.Kind.FOOD);
    }

    /** "no pork or beef": the first item's effect is the list's to its end; a bare comma needs an "or" after it. */
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
                    && !cuedBehind[i - 1]
                    && (isItem || isNextAllergen(i - 1, i - 1))
                    && !cuedBehind[i]) {
                effects.set(i, effects.get(i - 1));
            }
        }
    }

    /** "돼지고기랑 소고기 빼고": the last item's effect is the list's from its beginning. */
    private void carryBack() {
        for (int i = mentions.size() - 2; i >= 0; i--) {
            if (effects.get(i) == null
                    && effects.get(i + 1) != null
                    && cuedBehind[i + 1]
                    && (lists.isJoint(i) && (lists.isOfOneKind(i, i + 1) || !lists.isBareGap(i))
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
                        .filter(food -> !Surroundings.HARMLESS.tell(text, food))
                        .forEach(food -> effects.set(food, Effect.NEVER));
            }
        }
    }

    private static Cues cues() {
        return Cues.bundled();
    }
}
