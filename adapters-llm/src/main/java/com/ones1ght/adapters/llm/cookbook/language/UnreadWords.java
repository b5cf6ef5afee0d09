package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The words of a text that nothing here knows. Whoever asked for them must hear that they did not count. */
final class UnreadWords {

    private static final int MAX_NAMED = 3;
    private static final Pattern CONTENT = Pattern.compile("[a-z][a-z'-]{2,}|[가-힣]{2,}|.*[ァ-ヶ一-龠々].*");
    private static final Pattern INFLECTED = Pattern.compile(".*다|.+[うくぐすつぬぶむるい]");
    private static final List<Pattern> PHRASES = Stream.of(
                    Intent.phrases(),
                    Question.phrases(),
                    StatedNumbers.bundled().phrases())
            .flatMap(phrases -> phrases)
            .toList();
    private static final Set<String> COMMON = common();

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
     * At most a few of them, as the text writes them.
     *
     * @param said what is said to be unknown by other words
     */
    static Set<String> of(AnalyzedText text, Set<String> said) {
        UnreadWords words = new UnreadWords(text);
        if (words.tokens.stream().noneMatch(words::isUnread)) {
            return Set.of();
        }
        PHRASES.stream()
                .flatMap(phrase -> phrase.matcher(text.text()).results())
                .forEach(match -> words.read.set(match.start(), match.end()));
        IntStream.range(0, text.mentions().size())
                .boxed()
                .flatMap(mention -> Stream.concat(
                        Surroundings.SYMPTOMS.places(text, mention), Surroundings.HARMLESS.places(text, mention)))
                .forEach(match -> words.read.set(match.start(), match.end()));
        Set<String> unread = new LinkedHashSet<>();
        for (int i = 0; i < words.tokens.size() && unread.size() < MAX_NAMED; i++) {
            if (words.isUnread(words.tokens.get(i))) {
                int last = words.lastOfName(i);
                String name = words.name(i, last);
                if (!COMMON.contains(name)
                        && said.stream().noneMatch(other -> other.contains(name) || name.contains(other))) {
                    unread.add(name);
                }
                i = last;
            }
        }
        return unread;
    }

    private boolean isUnread(Token token) {
        String written = text.text().substring(token.start(), token.end());
        return token.role() == Token.Role.WORD
                && !read.get(token.start())
                && CONTENT.matcher(written).matches()
                && !isInflected(token)
                && !COMMON.contains(token.term())
                && !COMMON.contains(written);
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
        return token.role() == Token.Role.WORD && !read.get(token.start()) && !isInflected(token);
    }

    /** A verb or an adjective, in dictionary form; names in katakana are neither. */
    private boolean isInflected(Token token) {
        int last = text.text().codePointBefore(token.end());
        return !token.isLatin()
                && INFLECTED.matcher(token.term()).matches()
                && Character.UnicodeScript.of(last) != Character.UnicodeScript.KATAKANA;
    }

    private static Set<String> common() {
        Set<String> words = new HashSet<>(Cues.bundled().words());
        ResourceText.lines(UnreadWords.class, "common.txt").forEach(line -> words.addAll(List.of(line.split(" "))));
        return words;
    }
}
