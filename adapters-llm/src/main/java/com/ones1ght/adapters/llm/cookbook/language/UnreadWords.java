package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words of a text that nothing here knows. Whoever asked for them must hear that they did not count; what is said of
 * something else, or would be torn out of a longer word, is not quoted.
 */
final class UnreadWords {

    private static final int MAX_NAMED = 3;
    private static final Pattern CONTENT = Pattern.compile("[a-z][a-z'-]{2,}|[가-힣]{2,}|.*[ァ-ヶ一-龠々].*");
    private static final Pattern INFLECTED = Pattern.compile(".*다|.+[うくぐすつぬぶむるい]");
    private static final Set<String> COMMON = common();
    private static final Set<String> ARTICLES = Grammar.words("unreadWords.articles");

    /** Before a name they tell that it is one of something to eat, or of how it is made. */
    private static final Set<String> NAMING = Set.copyOf(ResourceText.items(
            "with,and,or,of,in,like,plus,add,use,try,make,cook,eat,want,love,crave,no,nothing,anything,without,avoid"));

    private static final Set<String> THINGS = Grammar.words("unreadWords.things");
    private static final Set<String> REQUESTS = Grammar.words("unreadWords.requests");

    /** They may stand between a Korean or Japanese name and what is done with it. */
    private static final Set<String> LINKS = Grammar.words("unreadWords.links");

    private static final Set<ClauseWord> TOLD =
            EnumSet.of(ClauseWord.WISH, ClauseWord.NEUTRAL, ClauseWord.TELLS, ClauseWord.ALARM, ClauseWord.HEALTH);

    private final AnalyzedText text;
    private final List<Token> tokens;
    private final BitSet read = new BitSet();

    private UnreadWords(AnalyzedText text) {
        this.text = text;
        this.tokens = text.tokens();
        text.mentions()
                .forEach(mention -> read.set(
                        tokens.get(mention.first()).start(),
                        tokens.get(mention.last()).end()));
    }

    /**
     * At most a few of them, as the text writes them; {@code ""} stands for those that no wish is made of.
     *
     * @param said what is said to be unknown by other words
     */
    static Set<String> of(AnalyzedText text, Set<String> said) {
        UnreadWords words = new UnreadWords(text);
        if (IntStream.range(0, words.tokens.size()).allMatch(i -> words.lastOf(i) < i)) {
            return Set.of();
        }
        text.phrases().all().forEach(match -> words.read.set(match.start(), match.end()));
        IntStream.range(0, text.mentions().size())
                .boxed()
                .flatMap(mention -> Stream.concat(
                        Surroundings.SYMPTOMS.places(text, mention), Surroundings.HARMLESS.places(text, mention)))
                .forEach(match -> words.read.set(match.start(), match.end()));
        Set<String> unread = new LinkedHashSet<>();
        for (int i = 0; i < words.tokens.size() && unread.size() < MAX_NAMED; i++) {
            int last = words.lastOf(i);
            if (last >= i) {
                String name = words.name(i, last);
                if (!COMMON.contains(name)
                        && said.stream().noneMatch(other -> other.contains(name) || name.contains(other))) {
                    unread.add(words.isOfFood(i, last) && !isTorn(name) ? name : "");
                }
                i = last;
            }
        }
        return unread;
    }

    /** The last word of what is unknown from a word on; -1 where that word is known. */
    private int lastOf(int first) {
        return isUnread(tokens.get(first)) ? lastOfName(first) : lastOfRefused(first);
    }

    /** "미끌거리는 건 빼줘": what is refused may be told by a verb, which must not be passed over as others are. */
    private int lastOfRefused(int first) {
        Token told = tokens.get(first);
        if (read.get(told.start()) || !isInflected(text, told) || TOLD.stream().anyMatch(kind -> kind.holds(told))) {
            return -1;
        }
        int thing = first + 1;
        while (thing < tokens.size()
                && tokens.get(thing).role() == Token.Role.LIGHT
                && !THINGS.contains(tokens.get(thing).term())) {
            thing++;
        }
        if (thing == tokens.size() || !THINGS.contains(tokens.get(thing).term())) {
            return -1;
        }
        for (int at = thing + 1; at < tokens.size() && !tokens.get(at).isBreak(); at++) {
            if (Cues.bundled().startingAt(tokens, at).filter(Cues.Effect::isOut).isPresent()) {
                return thing - 1;
            }
            if (!Cues.bundled().isSkippedAfter(tokens.get(at))) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isUnread(Token token) {
        return !read.get(token.start()) && isUnknown(text, token);
    }

    /** Whether a word is a name, and none that is used of everything. */
    private static boolean isUnknown(AnalyzedText text, Token token) {
        String written = text.text().substring(token.start(), token.end());
        return token.role() == Token.Role.WORD
                && token.isName()
                && !isCounter(text, token)
                && CONTENT.matcher(written).matches()
                && !isInflected(text, token)
                && !COMMON.contains(token.term())
                && !COMMON.contains(written);
    }

    /** The 년차 of 3년차. */
    private static boolean isCounter(AnalyzedText text, Token token) {
        return !token.isLatin()
                && token.start() > 0
                && Character.isDigit(text.text().charAt(token.start() - 1));
    }

    /** Whether a name stands where one of something to eat does: "with X", "cook X", but not "the X is broken". */
    private boolean isOfFood(int first, int last) {
        int behind = last + 1;
        boolean ends = behind == tokens.size() || tokens.get(behind).isBreak();
        if (!tokens.get(first).isLatin()) {
            boolean begins = first == 0 || tokens.get(first - 1).isBreak();
            return isMade(behind) || ends && begins;
        }
        int before = first - 1;
        while (before >= 0 && ARTICLES.contains(tokens.get(before).term())) {
            before--;
        }
        boolean isItem =
                ends || isEaten(behind) || REQUESTS.contains(tokens.get(behind).term());
        boolean isNamed = before >= 0 && NAMING.contains(tokens.get(before).term())
                || isItem && (before < 0 || tokens.get(before).isBreak() || isEaten(before))
                || isEaten(behind);
        return isNamed && !Describing.is(tokens, last, this::isEaten);
    }

    /** Whether what stands behind a Korean or Japanese name does something with it, or is a dish of that kind. */
    private boolean isMade(int behind) {
        int at = behind;
        while (at < tokens.size()
                && (LINKS.contains(tokens.get(at).term())
                        || THINGS.contains(tokens.get(at).term()))) {
            at++;
        }
        // 「主役はえび」 names no food before its topic, 「ネバネバは無理」 may.
        boolean isTopic = at < tokens.size() && tokens.get(at).term().equals("は");
        at += isTopic ? 1 : 0;
        return at < tokens.size()
                && !tokens.get(at).isBreak()
                && (!isTopic && isPrepared(at)
                        || ClauseWord.ALARM.holds(tokens.get(at))
                        || Cues.bundled().startingAt(tokens, at).isPresent()
                                && !tokens.get(at).term().equals("아니다"));
    }

    private boolean isPrepared(int at) {
        return isEaten(at) || ClauseWord.STRONG.holds(tokens.get(at)) || ClauseWord.MADE.holds(tokens.get(at));
    }

    private boolean isEaten(int token) {
        return text.mentions().stream()
                .anyMatch(mention -> mention.first() <= token
                        && token <= mention.last()
                        && (mention.isOf(Concept.Kind.FOOD) || RefusedDishes.isDish(mention)));
    }

    /** さゼロ of 辛さゼロ, a single letter. */
    private static boolean isTorn(String name) {
        return name.length() == 1 || Scripts.isHiragana(name.substring(0, 1)) && !Scripts.isHiragana(name);
    }

    /** English names are of several words: "slow cooker". */
    private int lastOfName(int first) {
        int last = first;
        while (last + 1 < tokens.size() && isUnread(tokens.get(last + 1))) {
            last++;
        }
        return last;
    }

    /** With what is written together with it: the 豚 of 豚しゃぶ. */
    private String name(int first, int last) {
        int from = first;
        while (from > 0 && isWrittenTogether(from - 1, from)) {
            from--;
        }
        int to = last;
        while (to + 1 < tokens.size() && isWrittenTogether(to, to + 1)) {
            to++;
        }
        return text.text().substring(tokens.get(from).start(), tokens.get(to).end());
    }

    private boolean isWrittenTogether(int one, int next) {
        Token token = tokens.get(one);
        Token other = tokens.get(next);
        return token.end() == other.start() && token.script() == other.script() && isOfName(token) && isOfName(other);
    }

    private boolean isOfName(Token token) {
        return token.role() == Token.Role.WORD && !read.get(token.start()) && !isInflected(text, token);
    }

    /** A verb or an adjective, in dictionary form; names in katakana are neither. */
    private static boolean isInflected(AnalyzedText text, Token token) {
        int last = text.text().codePointBefore(token.end());
        return !token.isLatin()
                && INFLECTED.matcher(token.term()).matches()
                && Character.UnicodeScript.of(last) != Character.UnicodeScript.KATAKANA;
    }

    private static Set<String> common() {
        Set<String> words = new HashSet<>(Cues.bundled().words());
        Stream.of(ClauseWord.NEUTRAL, ClauseWord.HEALTH, ClauseWord.PERSON, ClauseWord.JOY)
                .forEach(kind -> words.addAll(kind.words()));
        for (String line : ResourceText.lines(UnreadWords.class, "common.txt")) {
            Stream.of(line.split(" ")).flatMap(Inflections::of).forEach(words::add);
        }
        return words;
    }
}
