package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import com.ones1ght.adapters.llm.cookbook.language.Token.Script;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The clauses of a text, and what their words do: ask for something, deny it, speak of health. See {@link ClauseWord}. */
final class Clauses {

    private static final Set<String> ARTICLES = Grammar.words("clauses.articles");

    private static final Set<String> PARTICLES = Grammar.words("clauses.particles");

    /** So many words may stand between what denies and what it denies, in English. */
    private static final int MAX_DENIED = 4;

    private static final int MAX_SEQUEL = 3;

    private final List<Token> tokens;
    private final BitSet explained;
    private final BitSet mentioned = new BitSet();

    /** The words that name a food or a dish. */
    private final BitSet named = new BitSet();

    /** The words that are named to be refused, and so say something by themselves. */
    private final BitSet notEaten = new BitSet();

    private final List<Clause> clauses = new ArrayList<>();

    /**
     * @param effects what the words beside each mention do to it
     * @param cuedBehind whether these stand behind it
     */
    Clauses(AnalyzedText text, List<@Nullable Effect> effects, boolean[] cuedBehind) {
        this.tokens = text.tokens();
        this.explained = ExplainedWords.of(text, effects, cuedBehind);
        for (Mention mention : text.mentions()) {
            int end = mention.last() + 1;
            mentioned.set(mention.first(), end);
            named.set(mention.first(), end, mention.isOf(Concept.Kind.FOOD) || mention.isOf(Concept.Kind.DISH));
            notEaten.set(mention.first(), end, NotEaten.isOne(mention));
        }
        split();
    }

    boolean isExplained(int at) {
        return explained.get(at);
    }

    boolean isMentioned(int at) {
        return mentioned.get(at);
    }

    /** Whether a word asks for something, and is not told of what was, or would be. */
    boolean isAsking(int at) {
        if (!is(at, ClauseWord.WISH)) {
            return false;
        }
        int next = at + 1;
        return tokens.get(at).isLatin()
                || next == tokens.size()
                || !is(next, ClauseWord.TOLD)
                || mentioned.get(next + 1)
                || next + 1 < tokens.size() && is(next, ClauseWord.SUPPOSED) && is(next + 1, ClauseWord.GOOD);
    }

    /** Whether a word asks for the food that it leads to: "I want …", "a curry that has …". */
    boolean leads(int at, Clause clause) {
        return is(at, ClauseWord.STRONG)
                || is(at, ClauseWord.HOLDS)
                        && at > clause.from()
                        && ClauseBreaks.RELATIVES.contains(tokens.get(at - 1).term())
                        && IntStream.range(clause.from(), at)
                                .allMatch(before -> !isContent(before) || isPlain(before, clause));
    }

    boolean isPlain(int at, Clause clause) {
        Token token = tokens.get(at);
        if (is(at, ClauseWord.DENIAL)) {
            return isSaid(clause, ClauseWord.KEPT) || AbsenceQuestions.isAsked(tokens, at);
        }
        return is(at, ClauseWord.WISH)
                || is(at, ClauseWord.NEUTRAL)
                || is(at, ClauseWord.TELLS)
                || is(at, ClauseWord.HEALTH) && isDeniedAt(at, clause)
                || is(at, ClauseWord.KEPT) && isSaid(clause, ClauseWord.DENIAL)
                || token.script() == Script.OTHER
                || Describing.is(tokens, at, mentioned::get)
                || isRecipient(at, at);
    }

    boolean isRecipient(int first, int last) {
        if (!tokens.get(first).isLatin()) {
            return last + 1 < tokens.size()
                    && tokens.get(last + 1).role() == Role.LIGHT
                    && is(last + 1, ClauseWord.RECIPIENT);
        }
        int before = first - 1;
        while (before >= 0 && ARTICLES.contains(tokens.get(before).term())) {
            before--;
        }
        return before >= 0 && is(before, ClauseWord.RECIPIENT);
    }

    boolean isContent(int at) {
        return tokens.get(at).role() == Role.WORD
                && !mentioned.get(at)
                && !explained.get(at)
                && !Cues.bundled().joins(tokens.get(at));
    }

    /** Whether a clause has such a word, and does not deny it: "우유 먹어도 탈 없어", "is not dangerous". */
    boolean isAffirmed(Clause clause, ClauseWord kind) {
        for (int at = clause.from(); at < clause.to(); at++) {
            boolean isHeard = kind == ClauseWord.HEALTH || !explained.get(at);
            if (isHeard && !mentioned.get(at) && is(at, kind) && !isDeniedAt(at, clause)) {
                return true;
            }
        }
        return false;
    }

    /** "Curry was yesterday", 「昨日も食べた」: what was had is not to be had again, unless that is asked for or is left. */
    boolean isOfPastMeal(Clause clause) {
        return isSaid(clause, ClauseWord.PAST)
                && isSaid(clause, ClauseWord.MEAL)
                && !isSaid(clause, ClauseWord.REMAINS)
                && IntStream.range(clause.from(), clause.to())
                        .noneMatch(at -> isAsking(at) && !is(at, ClauseWord.MEAL) && !is(at, ClauseWord.EATS));
    }

    /** Whether harm is denied in a clause. */
    boolean isHarmless(Clause clause) {
        return IntStream.range(clause.from(), clause.to())
                .anyMatch(at -> (is(at, ClauseWord.HEALTH) || is(at, ClauseWord.ALARM) || is(at, ClauseWord.KEPT))
                        && isDeniedAt(at, clause));
    }

    /** Whether it denies that what is spoken of is eaten, or liked. */
    boolean deniesEating(Clause clause) {
        return denies(clause, ClauseWord.EATS)
                || isSaid(clause, ClauseWord.REFERRING) && denies(clause, ClauseWord.LIKES);
    }

    /** Whether it denies words of a kind. */
    boolean denies(Clause clause, ClauseWord kind) {
        return !isSaid(clause, ClauseWord.KEPT)
                && IntStream.range(clause.from(), clause.to())
                        .anyMatch(at ->
                                !mentioned.get(at) && !explained.get(at) && is(at, kind) && isDeniedAt(at, clause));
    }

    /** Whether a clause names a food or a dish. */
    boolean namesSomething(Clause clause) {
        int name = named.nextSetBit(clause.from());
        return name >= 0 && name < clause.to();
    }

    private boolean isDeniedAt(int at, Clause clause) {
        if (tokens.get(at).isLatin()) {
            return isSaid(new Clause(Math.max(clause.from(), at - MAX_DENIED), at), ClauseWord.DENIAL)
                    || at + 1 < clause.to() && tokens.get(at + 1).term().equals("friendly");
        }
        int next = at + 1;
        while (next < clause.to()
                && tokens.get(next).role() == Role.LIGHT
                && PARTICLES.contains(tokens.get(next).term())) {
            next++;
        }
        boolean isBehind = next < clause.to() && is(next, ClauseWord.DENIAL);
        boolean isBefore = at > clause.from() && is(at - 1, ClauseWord.DENIAL);
        return isBehind || isBefore && tokens.get(at).script() == Script.HANGUL;
    }

    boolean isSaid(Clause clause, ClauseWord kind) {
        for (int at = clause.from(); at < clause.to(); at++) {
            if (!mentioned.get(at) && !explained.get(at) && is(at, kind)) {
                return true;
            }
        }
        return false;
    }

    boolean is(int at, ClauseWord kind) {
        return kind.holds(tokens.get(at));
    }

    /** A clause that names a food and says nothing goes on in the next: "Shrimp? My son swells up". */
    private void split() {
        int from = 0;
        boolean says = false;
        for (int at = 0; at < tokens.size(); at++) {
            boolean ends = ClauseBreaks.isAt(tokens, mentioned, at);
            if (ends && says || at - from == Clause.MAX_LENGTH) {
                clauses.add(new Clause(from, at));
                from = ends ? at + 1 : at;
                says = false;
            } else {
                says |= !ends && (isContent(at) || notEaten.get(at));
            }
        }
        boolean isOfLast =
                !says && !clauses.isEmpty() && tokens.get(from - 1).role() != Role.STOP && !tellsOfHarm(from);
        int start = isOfLast ? clauses.remove(clauses.size() - 1).from() : from;
        clauses.add(new Clause(start, tokens.size()));
    }

    Clause clauseOf(int token) {
        return clauses.get(indexOf(token));
    }

    private int indexOf(int token) {
        return Clause.first(clauses.size() - 1, i -> token < clauses.get(i).to());
    }

    /** "… but peanuts kill me": of one food it tells what is true of no other. */
    private boolean tellsOfHarm(int from) {
        return namesSomething(new Clause(from, tokens.size()))
                && explained.stream().anyMatch(at -> at >= from && is(at, ClauseWord.HEALTH));
    }

    /** The clause behind another one; empty where there is none. */
    Clause behind(Clause clause) {
        int next = indexOf(clause.from()) + 1;
        return next < clauses.size() ? clauses.get(next) : new Clause(clause.to(), clause.to());
    }

    /** A clause with those behind it that go on about its food: "I love shrimp, but my throat closes". */
    Clause withSequel(Clause clause) {
        int to = clause.to();
        int index = indexOf(clause.from());
        for (int i = index + 1; i < Math.min(clauses.size(), index + 1 + MAX_SEQUEL); i++) {
            Clause next = clauses.get(i);
            boolean isSame = tokens.get(next.from() - 1).role() != Role.STOP || isSaid(next, ClauseWord.REFERRING);
            if (!isSame || namesSomething(next)) {
                break;
            }
            to = next.to();
        }
        return new Clause(clause.from(), to);
    }
}
