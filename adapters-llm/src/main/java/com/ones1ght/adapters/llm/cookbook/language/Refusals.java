package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sentences that refuse a food by a verb that no cue lists: "I don't consume dairy", "고기는 입에도 안 대요". What they name
 * must not be taken for a wish.
 */
final class Refusals {

    private static final int MAX_WORDS = 10;

    /** They mark what a verb is done to; a food marked as its means ("닭고기로 실패하지 않는 요리") is wanted. */
    private static final Set<String> OBJECTS = Set.of("는", "은", "를", "을", "도", "は", "を", "も");

    private static final Set<String> NEGATIONS =
            Set.of("안", "못", "않다", "못하다", "말다", "끊다", "ない", "ぬ", "ん", "ず", "やめる", "止める", "断つ", "絶つ");
    private static final Set<String> ENGLISH_NEGATIONS = Set.of(
            "don't", "dont", "doesn't", "doesnt", "won't", "wont", "can't", "cant", "cannot", "never", "not", "no");

    private static final Set<String> VERB_NEGATIONS =
            Set.of("don't", "dont", "doesn't", "doesnt", "won't", "wont", "can't", "cant", "cannot", "isn't", "aren't");

    /** With them another clause begins: "chicken that doesn't dry out", "chicken, I don't mind how". */
    private static final Set<String> CLAUSES =
            Set.of("that", "which", "who", "but", "if", "so", "because", "i", "we", "you", "it");

    private static final Set<String> TOPICS = Set.of("は", "은", "는");
    private static final Set<String> RESULTS = Set.of("로", "으로", "で", "に");

    /** Behind them a negation is no refusal: "don't forget the chicken", "no-fuss chicken". */
    private static final Set<String> HARMLESS = Set.copyOf(ResourceText.items(
            "know,mind,need,have,want,take,fail,put,give,make,cause,kill,hurt,bother,upset,send,harm,affect,trigger,"
                    + "forget,waste,burn,overcook,skip,spoil,worry,wait,sure,only,just,longer,time,idea,"
                    + "fuss,hurry,rush,bake,knead,churn,stir,frill,nonsense,mess,problem,matter,doubt,wonder"));

    private Refusals() {}

    /** What may refuse a food does: a dish too few does less harm than an allergen. */
    static Optional<Effect> doubtful(AnalyzedText text, int food) {
        List<Mention> mentions = text.mentions();
        boolean isIngredient = !mentions.get(food).isOf(Concept.Kind.DISH);
        if (isIngredient && Surroundings.REACTIONS.tell(text, food)) {
            return Optional.of(Effect.NEVER);
        }
        int first = mentions.get(food).last() + 1;
        int end = food + 1 < mentions.size()
                ? mentions.get(food + 1).first()
                : text.tokens().size();
        boolean isDenied = isIngredient
                && (text.isLatin(food)
                        ? followsInEnglish(text.tokens(), first, end)
                        : isUnknownPredicate(text, first, end));
        return isDenied || DoubtfulRefusals.bundled().surround(text, food)
                ? Optional.of(Effect.NEVER)
                : Optional.empty();
    }

    /** Whether the first verb behind a food, which it is the object or the topic of, is negated. */
    static boolean follows(List<Token> tokens, int first, int end) {
        if (first >= end || !OBJECTS.contains(tokens.get(first).term())) {
            return false;
        }
        boolean behindVerb = false;
        for (int at = first + 1; at < Math.min(end, first + 1 + MAX_WORDS); at++) {
            Token token = tokens.get(at);
            if (token.isBreak() || behindVerb && token.role() == Role.WORD && !NEGATIONS.contains(token.term())) {
                return false;
            }
            if (NEGATIONS.contains(token.term())) {
                return true;
            }
            behindVerb |= isVerb(token);
        }
        return false;
    }

    /** Whether a negation and one further verb or adjective stand right before a food. */
    static boolean precedes(List<Token> tokens, int from, int last) {
        return last - 1 >= from
                && tokens.get(last).role() == Role.WORD
                && tokens.get(last).isLatin()
                && !HARMLESS.contains(tokens.get(last).term())
                && ENGLISH_NEGATIONS.contains(tokens.get(last - 1).term());
    }

    /** "Milk and me don't get along": whether what follows an English food says that it does not do something. */
    private static boolean followsInEnglish(List<Token> tokens, int first, int end) {
        for (int at = first; at < end - 1; at++) {
            Token token = tokens.get(at);
            boolean startsClause = CLAUSES.contains(token.term())
                    && !(at > first && tokens.get(at - 1).term().equals("and"));
            if (token.isBreak() || startsClause) {
                return false;
            }
            if (VERB_NEGATIONS.contains(token.term())) {
                return !HARMLESS.contains(tokens.get(at + 1).term());
            }
        }
        return false;
    }

    /** "魚卵は毒", "우유는 쥐약": what is said of a food by nothing but a word that is not known is a refusal, in doubt. */
    private static boolean isUnknownPredicate(AnalyzedText text, int first, int end) {
        List<Token> tokens = text.tokens();
        if (first + 1 >= end || !TOPICS.contains(tokens.get(first).term())) {
            return false;
        }
        int at = first + 1;
        while (at < end && UnreadWords.isUnknown(text, tokens.get(at))) {
            at++;
        }
        boolean isNamed = at > first + 1;
        while (at < end
                && tokens.get(at).role() == Role.LIGHT
                && !RESULTS.contains(tokens.get(at).term())) {
            at++;
        }
        return isNamed && (at == end || tokens.get(at).isBreak());
    }

    static boolean isVerb(Token token) {
        String term = token.term();
        return token.role() == Role.WORD
                && (token.script() == Token.Script.HANGUL && term.endsWith("다")
                        || token.script() == Token.Script.JAPANESE && term.matches(".+[うくぐすつぬぶむる]"));
    }
}
