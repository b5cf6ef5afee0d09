package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Token.Role;
import com.ones1ght.adapters.llm.cookbook.language.Token.Script;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.AttributeFactory;

/**
 * Splits a text into words, each stretch of one script by the morphological analyzer of its language. Thread-safe; holds
 * the dictionaries of Korean and Japanese, some ten megabytes each.
 */
final class TextTokenizer {

    private static final Set<POS.Tag> LIGHT_KOREAN =
            Set.of(POS.Tag.E, POS.Tag.J, POS.Tag.VCP, POS.Tag.XSA, POS.Tag.XSV, POS.Tag.XSN);
    private static final Set<POS.Tag> INFLECTED_KOREAN = Set.of(POS.Tag.VA, POS.Tag.VV, POS.Tag.VX, POS.Tag.VCN);
    private static final Set<POS.Tag> NAMELESS_KOREAN =
            Set.of(POS.Tag.MAG, POS.Tag.MAJ, POS.Tag.MM, POS.Tag.IC, POS.Tag.NP);
    private static final List<String> NAMELESS_JAPANESE =
            List.of("副詞", "感動詞", "接続詞", "連体詞", "フィラー", "名詞-代名詞", "名詞-副詞可能", "その他");
    private static final List<String> LIKES = List.of("좋다", "아", "하다");
    /** "먹어 치우다", "써 버리다": behind them what else throws away only says that nothing is left. */
    private static final Set<String> USES = Set.of("먹다", "쓰다", "마시다", "해먹다");

    private static final Set<String> COMPLETING = Set.of("치우다", "없애다", "버리다");
    private static final String DENIAL = "않";
    private static final String HONOURED = "하";
    private static final Set<String> JAPANESE_NEGATIONS = Set.of("ない", "ぬ", "ん", "ず", "まい");

    private final Analyzer korean;
    private final Analyzer japanese;
    private final Analyzer english;

    TextTokenizer(UserWords words) {
        korean = new Chain(
                words.spelling(),
                () -> new KoreanTokenizer(
                        Chain.ATTRIBUTES, words.korean(), KoreanTokenizer.DecompoundMode.DISCARD, false, true));
        japanese = new Chain(
                words.spelling(),
                () -> new JapaneseTokenizer(
                        Chain.ATTRIBUTES, words.japanese(), true, true, JapaneseTokenizer.Mode.SEARCH));
        english = new Chain(words.spelling(), StandardTokenizer::new);
    }

    /** @param text normalised by {@link TextNormalizer} */
    List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            Script script = Scripts.of(text.codePointAt(start));
            int end = Scripts.endOfRun(text, start);
            switch (script) {
                case HANGUL -> analyze(korean, text, start, end, script, tokens);
                case JAPANESE -> analyze(japanese, text, start, end, script, tokens);
                case LATIN -> analyze(english, text, start, end, script, tokens);
                case OTHER -> addSymbol(text, start, end, tokens);
            }
            start = end;
        }
        joinLikes(tokens);
        dropCompletion(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean isAttached = i + 1 < tokens.size() && tokens.get(i + 1).start() == token.end();
            if (token.role() == Role.PREFIX && !isAttached) {
                tokens.set(
                        i,
                        new Token(token.term(), token.start(), token.end(), token.script(), Role.WORD, token.isName()));
            }
        }
        return tokens;
    }

    /** Honoured, the Korean verb is taken apart: 좋아하시다. */
    private static void joinLikes(List<Token> tokens) {
        for (int i = 0; i + LIKES.size() <= tokens.size(); i++) {
            Token first = tokens.get(i);
            Token last = tokens.get(i + LIKES.size() - 1);
            boolean isVerb = first.term().equals(LIKES.get(0))
                    && tokens.get(i + 1).term().equals(LIKES.get(1))
                    && last.term().equals(LIKES.get(2))
                    && last.start() - first.start() == LIKES.size() - 1;
            if (isVerb) {
                tokens.subList(i + 1, i + LIKES.size()).clear();
                tokens.set(i, new Token("좋아하다", first.start(), last.end(), first.script(), Role.WORD, true));
            }
        }
    }

    private static void dropCompletion(List<Token> tokens) {
        for (int i = tokens.size() - 1; i > 1; i--) {
            boolean isAuxiliary = COMPLETING.contains(tokens.get(i).term())
                    && tokens.get(i - 1).role() == Role.LIGHT
                    && USES.contains(tokens.get(i - 2).term());
            if (isAuxiliary) {
                tokens.remove(i);
            }
        }
    }

    private static void addSymbol(String text, int start, int end, List<Token> tokens) {
        String symbol = text.substring(start, end);
        if (!symbol.isBlank()) {
            tokens.add(new Token(symbol, start, end, Script.OTHER, Scripts.roleOf(symbol), false));
        }
    }

    private static void analyze(Analyzer analyzer, String text, int start, int end, Script script, List<Token> into) {
        try (TokenStream stream = analyzer.tokenStream("", new StringReader(text.substring(start, end)))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                int from = start + offset.startOffset();
                int to = start + offset.endOffset();
                into.add(token(stream, asWritten(term.toString(), text, from), script, from, to));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Korean dictionary takes the 하시 of 좋아하시는, which honours, for the 않으시 that denies. */
    private static String asWritten(String term, String text, int from) {
        return term.equals(DENIAL) && text.charAt(from) == HONOURED.charAt(0) ? HONOURED : term;
    }

    private static Token token(TokenStream stream, String term, Script script, int start, int end) {
        return switch (script) {
            case HANGUL -> koreanToken(stream, term, start, end);
            case JAPANESE -> japaneseToken(stream, term, start, end);
            default -> new Token(term, start, end, script, Role.WORD, true);
        };
    }

    private static Token koreanToken(TokenStream stream, String term, int start, int end) {
        POS.Tag tag = stream.getAttribute(PartOfSpeechAttribute.class).getLeftPOS();
        // As an adverb 다시 is "again", as a noun it is a stock.
        // Honoured, a guest (손님) is still a word.
        boolean light = LIGHT_KOREAN.contains(tag) && !term.equals("님") || tag == POS.Tag.MAG && term.equals("다시");
        Role role = tag == POS.Tag.XPN ? Role.PREFIX : light ? Role.LIGHT : Role.WORD;
        return new Token(
                INFLECTED_KOREAN.contains(tag) ? term + "다" : term,
                start,
                end,
                Script.HANGUL,
                role,
                !NAMELESS_KOREAN.contains(tag));
    }

    private static Token japaneseToken(TokenStream stream, String term, int start, int end) {
        String speech = stream.getAttribute(org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute.class)
                .getPartOfSpeech();
        String base = stream.getAttribute(BaseFormAttribute.class).getBaseForm();
        boolean inflected =
                base != null && (speech.startsWith("動詞") || speech.startsWith("形容詞") || speech.startsWith("助動詞"));
        // The ん of んです is a spoken の and explains; only the auxiliary ん negates.
        boolean explains = speech.startsWith("名詞-非自立") && term.equals("ん");
        String form = explains ? "のだ" : Scripts.hiragana(inflected ? base : term);
        boolean light = explains || speech.startsWith("助") || speech.startsWith("動詞-非自立") || speech.startsWith("動詞-接尾");
        Role role = speech.startsWith("接頭詞")
                ? Role.PREFIX
                : light && !JAPANESE_NEGATIONS.contains(form) ? Role.LIGHT : Role.WORD;
        return new Token(
                form,
                start,
                end,
                Script.JAPANESE,
                role,
                NAMELESS_JAPANESE.stream().noneMatch(speech::startsWith));
    }

    /** The filters only change Latin words. */
    private static final class Chain extends Analyzer {

        private static final AttributeFactory ATTRIBUTES = TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY;

        private final NormalizeCharMap spelling;
        private final Supplier<Tokenizer> source;

        Chain(NormalizeCharMap spelling, Supplier<Tokenizer> source) {
            this.spelling = spelling;
            this.source = source;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new MappingCharFilter(spelling, reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = source.get();
            return new TokenStreamComponents(
                    tokenizer, new KStemFilter(new ASCIIFoldingFilter(new EnglishPossessiveFilter(tokenizer))));
        }
    }
}
