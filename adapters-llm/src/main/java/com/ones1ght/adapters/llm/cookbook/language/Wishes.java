package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the foods that a text wishes for from those that it only speaks of. A food is wished for where it is all that a
 * clause names, where the clause has none but words that ask for something, or where such a word governs it. Any other
 * food is left out: what people say of what they must not have cannot be listed, how they ask for a meal nearly can.
 * See {@link Clauses}.
 */
final class Wishes {

    /** What says something of what was named before. */
    private static final Set<ClauseWord> NAMELESS = EnumSet.of(
            ClauseWord.DENIAL,
            ClauseWord.EATS,
            ClauseWord.LIKES,
            ClauseWord.REFERRING,
            ClauseWord.WEARY,
            ClauseWord.PERSON,
            ClauseWord.ALARM,
            ClauseWord.HEALTH);

    private static final Set<String> CONCESSIONS = Grammar.words("wishes.concessions");

    /** They are no way to refuse, as 「ちょっと」 is. */
    private static final Set<String> MERE_AMOUNTS = Grammar.words("wishes.mere amounts");

    /** Behind a concession they ask whether something may be done, or allow it. */
    private static final Set<String> ALLOWED = Grammar.words("wishes.allowed");

    private final AnalyzedText text;
    private final List<Token> tokens;
    private final List<Mention> mentions;
    private final ListedMentions lists;
    private final List<@Nullable Effect> effects;
    private final Clauses clauses;
    private final RefusedDishes refusedDishes;
    private final WishedFoods foods;
    private final PhrasedWishes phrased;
    private final WishesBeyond beyond;

    private Wishes(AnalyzedText text, List<@Nullable Effect> effects, boolean[] cuedBehind) {
        this.text = text;
        this.tokens = text.tokens();
        this.mentions = text.mentions();
        this.lists = new ListedMentions(text);
        this.effects = effects;
        this.clauses = new Clauses(text, effects, cuedBehind);
        this.refusedDishes = new RefusedDishes(text, clauses);
        this.foods = new WishedFoods(text, lists, clauses);
        this.phrased = new PhrasedWishes(text, clauses);
        this.beyond = new WishesBeyond(text, effects, clauses, refusedDishes);
    }

    /** Sets the effect of each food that is not wished for; those that have one keep it, unless it is of a wish. */
    static void settle(AnalyzedText text, List<@Nullable Effect> effects, boolean[] cuedBehind) {
        if (text.mentions().stream()
                .noneMatch(mention ->
                        mention.isOf(Concept.Kind.FOOD) || RefusedDishes.isDish(mention) || NotEaten.isOne(mention))) {
            return;
        }
        Wishes wishes = new Wishes(text, effects, cuedBehind);
        List<@Nullable Effect> settled = new ArrayList<>(effects);
        for (int i = 0; i < effects.size(); i++) {
            settled.set(i, wishes.settled(i));
        }
        Set<Set<Concept>> wished = IntStream.range(0, settled.size())
                .filter(i -> settled.get(i) == null)
                .mapToObj(i -> text.mentions().get(i).concepts())
                .collect(Collectors.toSet());
        for (int i = 0; i < effects.size(); i++) {
            effects.set(i, wishes.isWishedElsewhere(i, settled, wished) ? Effect.UNASKED : settled.get(i));
        }
    }

    private @Nullable Effect settled(int i) {
        Mention mention = mentions.get(i);
        Effect effect = isBarelyWanted(i) ? null : effects.get(i);
        boolean isHeld = effect == Effect.HAVE || effect == Effect.MORE || effect == Effect.LESS;
        if (effect == null && NotEaten.isOne(mention)) {
            return foods.isWished(mention, clauses.clauseOf(mention.first())) ? null : Effect.WITHOUT;
        }
        if (RefusedDishes.isDish(mention)) {
            boolean isRefused = effect == null && (isBarelyWanted(i) || refusedDishes.hold(mention));
            return isRefused ? Effect.WITHOUT : effect;
        }
        if (!mention.isOf(Concept.Kind.FOOD) || effect != null && !isHeld && effect != Effect.WITHOUT) {
            return effect;
        }
        if (effect == null && isBarelyWanted(i)) {
            return Effect.WITHOUT;
        }
        Clause clause = clauses.clauseOf(mention.first());
        if (effect == null && isConceded(mention)) {
            return Effect.UNASKED;
        }
        if (effect == Effect.WITHOUT) {
            return clauses.isAffirmed(clause.sentence(tokens), ClauseWord.HEALTH) ? Effect.NEVER : effect;
        }
        Clause own = isHeld ? upToNextFood(mention, clause) : clause;
        Clause told = own.equals(clause) ? clauses.withSequel(clause) : own;
        if (clauses.isAffirmed(told, ClauseWord.HEALTH)) {
            return Effect.NEVER;
        }
        if (effect == null && beyond.askForAnother(i, told)) {
            return null;
        }
        Clause sequel = new Clause(own.to(), told.to());
        boolean isDenied =
                isDenied(sequel) && !isOfSomethingElse(sequel, clause) || isHeld && clauses.deniesEating(own);
        if (isDenied && (isOfOthers(sequel) || isOfOthers(clause))) {
            return Effect.NEVER;
        }
        if (isDenied || clauses.isAffirmed(told, ClauseWord.ALARM)) {
            return Effect.WITHOUT;
        }
        if (!isHeld && clauses.isOfPastMeal(clause)) {
            return Effect.WITHOUT;
        }
        if (isHeld
                ? effect != Effect.HAVE || !isOnlyTold(mention, own)
                : foods.isWished(mention, clause) || phrased.ask(mention, clause) || beyond.ask(i, clause)) {
            return effect;
        }
        if (clauses.isHarmless(clause)) {
            return Effect.UNASKED;
        }
        // What somebody else may not have may be more than a matter of taste.
        return isOfOthers(clause) ? Effect.NEVER : Effect.DOUBTED;
    }

    /** "Tofu, shrimp. But the shrimp …": what is said of the one is not said of the other. */
    private Clause upToNextFood(Mention mention, Clause clause) {
        for (int i = foods.firstAt(mention.last() + 1);
                i < mentions.size() && mentions.get(i).first() < clause.to();
                i++) {
            if (mentions.get(i).isOf(Concept.Kind.FOOD) && !lists.isJoint(i - 1)) {
                int next = mentions.get(i).first();
                int stop = IntStream.range(mention.last() + 1, next)
                        .filter(at -> tokens.get(at).role() == Role.STOP)
                        .findFirst()
                        .orElse(next);
                return new Clause(clause.from(), stop);
            }
        }
        return clause;
    }

    private boolean isDenied(Clause clause) {
        return clauses.deniesEating(clause)
                || clauses.isSaid(clause, ClauseWord.DENIAL)
                        && !clauses.isSaid(clause, ClauseWord.KEPT)
                        && !clauses.isSaid(clause, ClauseWord.WISH);
    }

    private boolean isOfOthers(Clause clause) {
        return clauses.isSaid(clause, ClauseWord.PERSON)
                || IntStream.range(foods.firstIn(clause), mentions.size())
                        .takeWhile(i -> mentions.get(i).last() < clause.to())
                        .anyMatch(lists::isEater);
    }

    private boolean isWishedElsewhere(int i, List<@Nullable Effect> settled, Set<Set<Concept>> wished) {
        if (isOnlySpokenOf(i, settled)) {
            return IntStream.range(i + 1, mentions.size())
                    .anyMatch(later -> settled.get(later) == null
                            && mentions.get(later)
                                    .concepts()
                                    .equals(mentions.get(i).concepts())
                            && foods.asks(clauses.clauseOf(mentions.get(later).first())));
        }
        if (settled.get(i) != Effect.DOUBTED
                || clauses.isSaid(clauses.clauseOf(mentions.get(i).first()), ClauseWord.ALARM)) {
            return false;
        }
        return wished.contains(mentions.get(i).concepts());
    }

    /** "I fancy sausages, but not the usual mash": what is denied behind a wish has a name of its own. */
    private boolean isOfSomethingElse(Clause sequel, Clause wish) {
        return foods.asks(wish)
                && IntStream.range(sequel.from(), sequel.to())
                        .anyMatch(at -> tokens.get(at).isLatin()
                                && clauses.isContent(at)
                                && !clauses.isPlain(at, sequel)
                                && NAMELESS.stream().noneMatch(kind -> clauses.is(at, kind)));
    }

    /** "He swears pineapple on pizza is fine": a dish that no word beside it refuses. */
    private boolean isOnlySpokenOf(int i, List<@Nullable Effect> settled) {
        return RefusedDishes.isDish(mentions.get(i)) && effects.get(i) == null && settled.get(i) == Effect.WITHOUT;
    }

    /** "새우깡은 먹어도 새우는 못 먹어": what is conceded is no wish. */
    private boolean isConceded(Mention mention) {
        int at = mention.last() + 1;
        while (at < tokens.size()
                && tokens.get(at).role() == Role.LIGHT
                && !CONCESSIONS.contains(tokens.get(at).term())) {
            at++;
        }
        return at + 2 < tokens.size()
                && clauses.is(at, ClauseWord.EATS)
                && CONCESSIONS.contains(tokens.get(at + 1).term())
                && !ALLOWED.contains(tokens.get(at + 2).term())
                && !tokens.get(at + 2).isBreak();
    }

    /** "ラーメンはちょっと…" wants none of it, "ちょっとだけ入れて" a little. */
    private boolean isBarelyWanted(int i) {
        int topic = mentions.get(i).last() + 1;
        return effects.get(i) == Effect.LESS
                && topic + 1 < tokens.size()
                && WishedFoods.TOPICS.contains(tokens.get(topic).term())
                && !MERE_AMOUNTS.contains(tokens.get(topic + 1).term())
                && text.endsBehind(topic + 1);
    }

    /** What is in the kitchen may be spoken of for another reason: "새우는 사촌을 보냈다". */
    private boolean isOnlyTold(Mention mention, Clause clause) {
        return !foods.asks(clause)
                && foods.unknown(clause) > 0
                && (foods.isTopic(mention, clause) || isOfOthers(clause));
    }
}
