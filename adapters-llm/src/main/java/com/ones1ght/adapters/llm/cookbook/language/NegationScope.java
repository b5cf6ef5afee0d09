package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import java.util.ArrayList;
import java.util.BitSet;
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
    private static final Set<String> PLACE = Grammar.words("negationScope.place");

    private static final Pattern LEFT_OVER =
            Pattern.compile("(?:.* )?leftover|rotisserie|남은|찬|식은|어제|残|冷や|余|昨日|(?:ご飯|ごはん)が?[残余]");
    /** They deny a refusal: 싫어하지 않는. */
    private static final Set<String> NO_REFUSALS = Grammar.words("negationScope.no refusals");

    static final Set<String> ALL = Grammar.words("negationScope.all");
    private static final Concept CHEAP = new Concept(Concept.Kind.TAG, "cheap");
    /** "Nothing tough" and "a tooth out" ask for them. */
    private static final Set<String> GENTLE = Set.of("gentle", "soft");

    private final AnalyzedText text;
    private final ListedMentions lists;
    private final AllergySentences allergies;
    private final List<Token> tokens;
    private final List<Mention> mentions;
    private final List<@Nullable Effect> effects = new ArrayList<>();
    private final boolean[] cuedBehind;

    /** The words that tell a price. */
    private final BitSet bargains = new BitSet();

    private NegationScope(AnalyzedText text) {
        this.text = text;
        this.lists = new ListedMentions(text);
        this.tokens = text.tokens();
        this.mentions = text.mentions();
        this.cuedBehind = new boolean[mentions.size()];
        this.allergies = new AllergySentences(text);
        for (int i = 0; i < mentions.size(); i++) {
            if (isBargain(i)) {
                bargains.set(mentions.get(i).first(), mentions.get(i).last() + 1);
            }
        }
    }

    /** For each mention the effect of the words around it; null where they have none. */
    static List<@Nullable Effect> of(AnalyzedText text) {
        NegationScope scope = new NegationScope(text);
        for (int i = 0; i < scope.mentions.size(); i++) {
            scope.effects.add(scope.effect(i).orElse(null));
        }
        new ListedEffects(text, scope.lists, scope.allergies, scope.effects, scope.cuedBehind).complete();
        Wishes.settle(text, scope.effects, scope.cuedBehind);
        RunOut.settle(text, scope.effects);
        return scope.effects;
    }

    private Optional<Effect> effect(int i) {
        if (mentions.get(i).concepts().stream().anyMatch(concept -> GENTLE.contains(concept.id()))) {
            return Optional.empty();
        }
        boolean isEaten = isFood(i) || mentions.get(i).isOf(Concept.Kind.DISH);
        boolean isHarmful = isEaten && Surroundings.SYMPTOMS.follow(text, i);
        if (!isHarmful && isFood(i) && isHarmless(i)) {
            return Optional.of(Effect.FINE);
        }
        if (!isHarmful && Surroundings.ONLY.tell(text, i)) {
            cuedBehind[i] = Surroundings.ONLY.follow(text, i);
            return Optional.of(Effect.ONLY);
        }
        Optional<Effect> behind =
                isHarmful ? Optional.of(Effect.NEVER) : behind(i).or(() -> farBehind(i));
        if (behind.equals(Optional.of(Effect.HAVE))
                && before(i).filter(Effect::isOut).isPresent()) {
            // "No tortillas at home": there are none, but they are not unwanted.
            return Optional.of(Effect.UNASKED);
        }
        if (lists.isEater(i) && behind.filter(Effect::isOut).isPresent()) {
            // "Our guest is off dairy".
            return Optional.empty();
        }
        cuedBehind[i] = behind.isPresent();
        if (behind.isPresent()) {
            return behind;
        }
        if (isFood(i) && Surroundings.SYMPTOMS.precede(text, i)) {
            return Optional.of(Effect.NEVER);
        }
        return before(i).or(() -> within(i));
    }

    /** "Everything but eggs is fine" is said of the rest. */
    private boolean isHarmless(int i) {
        return Surroundings.HARMLESS.precede(text, i)
                || Surroundings.HARMLESS.follow(text, i)
                        && !Effect.rulesOut(before(i).orElse(null));
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
        // "알레르기 그라탕" asks for a gratin.
        boolean isAllergen = isFood(i) && (text.isLatin(i) || !mentions.get(i).isOf(Concept.Kind.DISH));
        return at < from && i > 0 && isAllergen ? ofAllergy(i - 1) : Optional.empty();
    }

    /** What an allergy says of its food; who has none to it has not asked for it either. */
    private Optional<Effect> ofAllergy(int mention) {
        return mentions.get(mention).isOf(Concept.Kind.ALLERGY)
                ? Optional.of(allergies.isStated(mention) ? Effect.NEVER : Effect.UNASKED)
                : Optional.empty();
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
        if (lists.isReplaced(i)) {
            return Optional.of(Effect.WITHOUT);
        }
        if (lists.isOutweighed(i)) {
            return Optional.of(Effect.LACKING);
        }
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
            if (!isFood(i) && ClauseWord.REASON.holds(tokens.get(at))) {
                // "당뇨라 조심해야 해요" still has diabetes.
                return Optional.empty();
            }
            if (!cues().isSkippedAfter(tokens.get(at))
                    && !text.isPartOfWord(i, at)
                    && !bargains.get(at)
                    && !lists.isUnknownItem(i, at)) {
                return isFood(i) && Refusals.follows(tokens, mentions.get(i).last() + 1, end)
                        ? Optional.of(Effect.WITHOUT)
                        : Optional.empty();
            }
            isPlace |= skipped == 0
                    && tokens.get(at).role() == Role.LIGHT
                    && PLACE.contains(tokens.get(at).term());
        }
        boolean isReached = at == end && next < mentions.size();
        if (isReached
                && (isFood(i) || allergies.areToDish(i))
                && mentions.get(next).isOf(Concept.Kind.ALLERGY)) {
            return ofAllergy(next);
        }
        return Optional.empty();
    }

    /** What refuses and can mean nothing else refuses the food that it follows, unless something else stands between. */
    private Optional<Effect> farBehind(int i) {
        int end = i + 1 < mentions.size() ? mentions.get(i + 1).first() : tokens.size();
        boolean isName = isFood(i) && !mentions.get(i).isOf(Concept.Kind.DISH) && !text.isLatin(i);
        boolean isStep = false;
        for (int at = mentions.get(i).last() + 1; isName && at < end && !endsClause(at); at++) {
            isStep |= ClauseWord.WORK.holds(tokens.get(at));
            if (cues().isUnmistakable(tokens.subList(0, end), at)) {
                boolean isDenied =
                        at + 2 < end && NO_REFUSALS.contains(tokens.get(at + 2).term());
                return isDenied ? Optional.empty() : Optional.of(isStep ? Effect.UNASKED : Effect.WITHOUT);
            }
        }
        return Optional.empty();
    }

    /** "えび・かに、全部だめ" goes on behind its comma. */
    private boolean endsClause(int at) {
        boolean goesOn = tokens.get(at).role() == Role.PAUSE
                && at + 1 < tokens.size()
                && ALL.contains(tokens.get(at + 1).term());
        return tokens.get(at).isBreak() && !goesOn;
    }

    /** "연어 두 토막 있어" has salmon, "연어 먹을 메뉴 있어?" asks for some: nothing but an amount may stand between. */
    private boolean isCounted(int from, int to) {
        return IntStream.range(from, to)
                .allMatch(at -> tokens.get(at).role() == Role.LIGHT
                        || ALL.contains(tokens.get(at).term())
                        || cues().counts(tokens.get(at))
                        || bargains.get(at));
    }

    /** "鶏むねが安かったから買った": a price may stand between a food and what is done with it. */
    private boolean isBargain(int mention) {
        return mentions.get(mention).concepts().equals(Set.of(CHEAP));
    }

    private boolean isFood(int i) {
        return mentions.get(i).isOf(Concept.Kind.FOOD);
    }

    private static Cues cues() {
        return Cues.bundled();
    }
}
