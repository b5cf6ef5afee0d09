package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import java.util.ArrayList;
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

    private static final Set<String> TOPICS = Set.of("は", "은", "는", "なんて", "なんか", "なぞ");
    private static final Set<String> REQUESTS = Set.of("recipe", "please", "pls", "plz", "idea", "ideas");
    private static final Set<String> OF = Set.of("の", "의");
    private static final Set<String> MEANS = Set.of("로", "으로");

    /** So many unknown words may describe a food, or how it is to be made. */
    private static final int MAX_UNKNOWN = 2;

    private static final int MAX_DESCRIBING = 3;

    private final List<Token> tokens;
    private final List<Mention> mentions;
    private final ListedMentions lists;
    private final List<@Nullable Effect> effects;
    private final Clauses clauses;

    private Wishes(AnalyzedText text, List<@Nullable Effect> effects, boolean[] cuedBehind) {
        this.tokens = text.tokens();
        this.mentions = text.mentions();
        this.lists = new ListedMentions(text);
        this.effects = effects;
        this.clauses = new Clauses(text, effects, cuedBehind);
    }

    /** Sets the effect of each food that is not wished for; those that have one keep it, unless it is of a wish. */
    static void settle(AnalyzedText text, List<@Nullable Effect> effects, boolean[] cuedBehind) {
        if (text.mentions().stream().noneMatch(mention -> mention.isOf(Concept.Kind.FOOD))) {
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
        Effect effect = effects.get(i);
        Mention mention = mentions.get(i);
        boolean isHeld = effect == Effect.HAVE || effect == Effect.MORE || effect == Effect.LESS;
        if (!mention.isOf(Concept.Kind.FOOD)
                || mention.isOf(Concept.Kind.DISH)
                || effect != null && !isHeld && effect != Effect.WITHOUT) {
            return effect;
        }
        Clause clause = clauses.clauseOf(mention.first());
        if (effect == Effect.WITHOUT) {
            return clauses.isAffirmed(clauses.sentenceOf(clause), ClauseWord.HEALTH) ? Effect.NEVER : effect;
        }
        Clause told = clauses.withSequel(clause);
        if (clauses.isAffirmed(told, ClauseWord.HEALTH)) {
            return Effect.NEVER;
        }
        if (clauses.isAffirmed(told, ClauseWord.ALARM)
                || told.to() > clause.to() && isDenied(new Clause(clause.to(), told.to()))) {
            return Effect.DOUBTED;
        }
        if (isHeld || isWished(mention, clause)) {
            return effect;
        }
        if (clauses.isHarmless(clause)) {
            return Effect.UNASKED;
        }
        // What somebody else may not have may be more than a matter of taste.
        return isOfOthers(clause) ? Effect.NEVER : Effect.DOUBTED;
    }

    private boolean isDenied(Clause clause) {
        return clauses.isSaid(clause, ClauseWord.DENIAL)
                && !clauses.isSaid(clause, ClauseWord.KEPT)
                && !clauses.isSaid(clause, ClauseWord.WISH);
    }

    private boolean isOfOthers(Clause clause) {
        return clauses.isSaid(clause, ClauseWord.PERSON)
                || IntStream.range(firstIn(clause), mentions.size())
                        .takeWhile(i -> mentions.get(i).last() < clause.to())
                        .anyMatch(lists::isEater);
    }

    private int firstIn(Clause clause) {
        return firstAt(clause.from());
    }

    /** The first mention at a word or behind it. */
    private int firstAt(int token) {
        return Clauses.first(mentions.size(), i -> mentions.get(i).first() >= token);
    }

    /** "One of those egg kids", 卵の子. */
    private boolean isOfEater(Mention mention) {
        int next = mention.last() + 1;
        boolean isLinked = next < tokens.size() && OF.contains(tokens.get(next).term());
        int eater = isLinked ? next + 1 : next;
        return IntStream.range(0, mentions.size()).anyMatch(i -> mentions.get(i).first() == eater && lists.isEater(i));
    }

    private boolean isWishedElsewhere(int i, List<@Nullable Effect> settled, Set<Set<Concept>> wished) {
        if (settled.get(i) != Effect.DOUBTED
                || clauses.isSaid(clauses.clauseOf(mentions.get(i).first()), ClauseWord.ALARM)) {
            return false;
        }
        return wished.contains(mentions.get(i).concepts());
    }

    private boolean isWished(Mention mention, Clause clause) {
        if (isOfEater(mention)) {
            return false;
        }
        boolean asks = false;
        boolean tells = false;
        int unknown = 0;
        for (int at = clause.from(); at < clause.to(); at++) {
            asks |= !clauses.isMentioned(at) && clauses.isAsking(at);
            if (clauses.isContent(at)) {
                tells |= clauses.is(at, ClauseWord.TELLS) || clauses.is(at, ClauseWord.WISH);
                unknown += clauses.isPlain(at, clause) ? 0 : clauses.is(at, ClauseWord.DENIAL) ? MAX_UNKNOWN : 1;
            }
        }
        boolean isTopic = mention.last() + 1 < clause.to()
                && TOPICS.contains(tokens.get(mention.last() + 1).term());
        for (int i = firstIn(clause); i < mentions.size() && mentions.get(i).last() < clause.to(); i++) {
            unknown += isOther(i) ? MAX_UNKNOWN : 0;
        }
        boolean isLatin = tokens.get(mention.first()).isLatin();
        isTopic |= isLatin && isSubject(mention, clause);
        return unknown == 0 && (asks || !tells && !isTopic) && (isLatin || !isTopic)
                || isLatin && unknown == 1 && asks && !isTopic
                || clauses.isSaid(clauses.withSequel(clause), ClauseWord.JOY)
                        && !clauses.isSaid(clause, ClauseWord.DENIAL)
                || (isLatin ? isGoverned(mention, clause) : isFollowed(mention, clause, isTopic));
    }

    /** "Eggs hate me": an English food begins what is said of it. */
    private boolean isSubject(Mention mention, Clause clause) {
        int next = mention.last() + 1;
        boolean begins = IntStream.range(clause.from(), mention.first())
                .noneMatch(at -> clauses.isContent(at) && !clauses.is(at, ClauseWord.NEUTRAL));
        return begins
                && next < clause.to()
                && tokens.get(next).role() == Role.WORD
                && !clauses.isExplained(next)
                && Character.isLetter(tokens.get(next).term().charAt(0))
                && !clauses.isMentioned(next)
                && !clauses.is(next, ClauseWord.BESIDE);
    }

    /** Somebody who eats, of whom something is said, and who is not whom the meal is for. */
    private boolean isOther(int i) {
        Mention mention = mentions.get(i);
        return lists.isEater(i)
                && mention.last() + 1 < tokens.size()
                && !tokens.get(mention.last() + 1).isBreak()
                && !clauses.isRecipient(mention.first(), mention.last());
    }

    /** "Would love anything Greek with lamb": the words before an English food lead to one that asks for it. */
    private boolean isGoverned(Mention mention, Clause clause) {
        int next = mention.last() + 1;
        if (next < clause.to() && REQUESTS.contains(tokens.get(next).term())) {
            return true;
        }
        int unknown = 0;
        for (int at = mention.first() - 1; at >= clause.from(); at--) {
            if (clauses.is(at, ClauseWord.STRONG) && !clauses.isMentioned(at)) {
                return !clauses.isSaid(new Clause(clause.from(), at), ClauseWord.DENIAL);
            }
            if (clauses.isContent(at) && !clauses.isPlain(at, clause) && ++unknown > MAX_UNKNOWN) {
                return false;
            }
        }
        return false;
    }

    /** "연어로 뭐 만들지": the words behind a Korean or Japanese food ask for it. */
    private boolean isFollowed(Mention mention, Clause clause, boolean isTopic) {
        boolean asks = false;
        boolean strong = isMeans(mention, clause);
        boolean told = false;
        int unknown = 0;
        for (int at = mention.last() + 1; at < clause.to(); at++) {
            boolean isTold = at > mention.last() + 1
                    && !clauses.isMentioned(at)
                    && clauses.is(at, ClauseWord.TOLD)
                    && !isBeforeMention(at, mention, clause);
            if (clauses.isContent(at) || clauses.is(at, ClauseWord.STRONG) && !clauses.isMentioned(at)) {
                asks |= clauses.isAsking(at);
                strong |= clauses.is(at, ClauseWord.STRONG)
                        || clauses.isAsking(at) && isBeforeMention(at + 1, mention, clause);
                unknown += clauses.isPlain(at, clause) ? 0 : clauses.is(at, ClauseWord.DENIAL) ? MAX_DESCRIBING + 1 : 1;
            }
            told |= isTold;
        }
        return asks && unknown == 0 || strong && !told && !isTopic && unknown <= MAX_DESCRIBING;
    }

    /** The (ᆫ) of "넣은 파스타", the (た) of "入ったパスタ". */
    private boolean isBeforeMention(int at, Mention food, Clause clause) {
        return at + 1 < clause.to()
                && tokens.get(at).role() == Role.LIGHT
                && firstAt(at + 1) < mentions.size()
                && mentions.get(firstAt(at + 1)).first() == at + 1
                && !mentions.get(firstAt(at + 1)).concepts().equals(food.concepts());
    }

    /** "두부로" is what something is made of. */
    private boolean isMeans(Mention mention, Clause clause) {
        int at = mention.last() + 1;
        while (at < clause.to() && Cues.bundled().counts(tokens.get(at))) {
            at++;
        }
        return at < clause.to() && MEANS.contains(tokens.get(at).term());
    }
}
