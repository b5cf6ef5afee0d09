package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells whether a clause asks for a food: by all of its words, by one that leads to the food in English, or by one that
 * follows from it in Korean and Japanese.
 */
final class WishedFoods {

    static final Set<String> TOPICS = Grammar.words("wishedFoods.topics");
    private static final Set<String> REQUESTS = Grammar.words("wishedFoods.requests");
    private static final Set<String> OF = Grammar.words("wishedFoods.of");
    private static final Set<String> MEANS = Grammar.words("wishedFoods.means");
    private static final Concept HEARTY = new Concept(Concept.Kind.TAG, "hearty");
    private static final Set<String> PREFERENCES =
            Set.of("not", "and not", ", not", "but not", "rather than", "instead of", "over", ", no", "and no");
    private static final Set<String> CHOICES = Grammar.words("wishedFoods.choices");

    /** So many unknown words may describe a food, or how it is to be made. */
    private static final int MAX_UNKNOWN = 2;

    private static final int MAX_DESCRIBING = 3;

    private final AnalyzedText text;
    private final List<Token> tokens;
    private final List<Mention> mentions;
    private final ListedMentions lists;
    private final Clauses clauses;
    private final NounPhrases phrases;

    WishedFoods(AnalyzedText text, ListedMentions lists, Clauses clauses) {
        this.text = text;
        this.tokens = text.tokens();
        this.mentions = text.mentions();
        this.lists = lists;
        this.clauses = clauses;
        this.phrases = new NounPhrases(text, clauses);
    }

    /** Whether a clause asks for a food that it names. */
    boolean isWished(Mention mention, Clause clause) {
        if (isOfEater(mention)) {
            return false;
        }
        boolean asks = asks(clause);
        boolean tells = IntStream.range(clause.from(), clause.to())
                .filter(clauses::isContent)
                .anyMatch(at -> clauses.is(at, ClauseWord.TELLS) || clauses.is(at, ClauseWord.WISH));
        int unknown = unknown(clause);
        boolean isLatin = tokens.get(mention.first()).isLatin();
        boolean isTopic = isTopic(mention, clause);
        return unknown == 0 && (asks || !tells && !isTopic) && (isLatin || !isTopic)
                || isLatin && unknown == 1 && asks && !isTopic
                || clauses.isSaid(clauses.withSequel(clause), ClauseWord.JOY)
                        && !clauses.isSaid(clause, ClauseWord.DENIAL)
                || isChosen(mention, clause)
                || isPreferred(mention)
                || isAbundant(mention)
                || phrases.nameToEat(mention, clause)
                || (isLatin
                        ? isGoverned(mention, clause)
                        : isFollowed(mention, clause, isTopic)
                                || phrases.describe(mention, firstAt(mention.last() + 1), clause));
    }

    boolean asks(Clause clause) {
        return IntStream.range(clause.from(), clause.to())
                .anyMatch(at -> !clauses.isMentioned(at) && clauses.isAsking(at));
    }

    /** How many words of a clause nothing here knows; a denial, and another one who eats, count for more. */
    int unknown(Clause clause) {
        int unknown = 0;
        for (int at = clause.from(); at < clause.to(); at++) {
            if (clauses.isContent(at) && !clauses.isPlain(at, clause)) {
                unknown += clauses.is(at, ClauseWord.DENIAL) ? MAX_UNKNOWN : 1;
            }
        }
        for (int i = firstIn(clause); i < mentions.size() && mentions.get(i).last() < clause.to(); i++) {
            unknown += isOther(i) ? MAX_UNKNOWN : 0;
        }
        return unknown;
    }

    /** Whether something is said of a food, instead of asked. */
    boolean isTopic(Mention mention, Clause clause) {
        return mention.last() + 1 < clause.to()
                        && TOPICS.contains(tokens.get(mention.last() + 1).term())
                || tokens.get(mention.first()).isLatin() && isSubject(mention, clause);
    }

    int firstIn(Clause clause) {
        return firstAt(clause.from());
    }

    /** The first mention at a word or behind it. */
    int firstAt(int token) {
        return Clause.first(mentions.size(), i -> mentions.get(i).first() >= token);
    }

    /** "One of those egg kids", 卵の子. */
    private boolean isOfEater(Mention mention) {
        int next = mention.last() + 1;
        boolean isLinked = next < tokens.size() && OF.contains(tokens.get(next).term());
        int eater = isLinked ? next + 1 : next;
        return IntStream.range(0, mentions.size()).anyMatch(i -> mentions.get(i).first() == eater && lists.isEater(i));
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
            if (clauses.leads(at, clause) && !clauses.isMentioned(at)) {
                return !clauses.isSaid(new Clause(clause.from(), at), ClauseWord.DENIAL);
            }
            if (clauses.isContent(at) && !clauses.isPlain(at, clause) && ++unknown > MAX_UNKNOWN) {
                return false;
            }
        }
        return false;
    }

    /** "Tofu it is", 豚で, 豚肉300gで, 돼지로. */
    private boolean isChosen(Mention mention, Clause clause) {
        int next = behindAmount(mention, clause);
        if (next >= clause.to()) {
            return false;
        }
        return CHOICES.contains(tokens.get(next).term()) && (text.endsBehind(next) || isAtBreak(next))
                || next + 2 == clause.to()
                        && tokens.get(next).term().equals("it")
                        && tokens.get(next + 1).term().equals("is");
    }

    /** "鶏むねで、安くて…": what goes on behind the break tells nothing of the food that is not known. */
    private boolean isAtBreak(int at) {
        return at + 2 < tokens.size() && tokens.get(at + 1).isBreak() && unknown(clauses.clauseOf(at + 2)) == 0;
    }

    /** "Tofu not meat", "fish rather than beef": of two foods that are set against each other the former is wanted. */
    private boolean isPreferred(Mention mention) {
        int behind = firstAt(mention.last() + 1);
        return behind < mentions.size()
                && mentions.get(behind).isOf(Concept.Kind.FOOD)
                && PREFERENCES.contains(
                        tokens.subList(mention.last() + 1, mentions.get(behind).first()).stream()
                                .map(Token::term)
                                .collect(Collectors.joining(" ")));
    }

    /** "肉がっつり", "고기 푸짐하게". */
    private boolean isAbundant(Mention mention) {
        int behind = firstAt(mention.last() + 1);
        return behind < mentions.size()
                && mentions.get(behind).first() == mention.last() + 1
                && mentions.get(behind).concepts().contains(HEARTY);
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
            if (isProposal(at, clause)) {
                asks = true;
                strong = true;
            }
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
        int at = behindAmount(mention, clause);
        return at < clause.to() && MEANS.contains(tokens.get(at).term());
    }

    /** Where the text goes on behind a food and how much of it there is to be. */
    private int behindAmount(Mention mention, Clause clause) {
        int at = mention.last() + 1;
        while (at < clause.to() && Cues.bundled().counts(tokens.get(at))) {
            at++;
        }
        return at;
    }

    /** "승부 보자", "むさぼろう": the ending of a clause that proposes something. */
    private boolean isProposal(int at, Clause clause) {
        return !tokens.get(at).isLatin()
                && tokens.get(at).role() == Role.LIGHT
                && clauses.is(at, ClauseWord.PROPOSES)
                && IntStream.range(at + 1, clause.to())
                        .allMatch(next -> tokens.get(next).role() == Role.LIGHT);
    }
}
