package com.ones1ght.adapters.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** How the names of products are taken apart: by each language, and into pairs of characters. */
final class NameAnalyzers {

    static final String FRAGMENTS = "fragments";
    static final List<String> LANGUAGES = List.of("ko", "en", "ja");

    /** Nothing but plurals. */
    private static final Analyzer SINGULARS = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new KStemFilter(words));
        }
    };

    static final Analyzer ALL = new PerFieldAnalyzerWrapper(
            new EnglishAnalyzer(),
            Map.of("ko", new KoreanAnalyzer(), "ja", new JapaneseAnalyzer(), FRAGMENTS, new CJKAnalyzer()));

    private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NameAnalyzers() {}

    /** Lower case; width and accents, hiragana and katakana make no difference. */
    static String fold(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String plain = Normalizer.normalize(ACCENT.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
        StringBuilder hiragana = new StringBuilder(plain);
        for (int i = 0; i < hiragana.length(); i++) {
            char c = hiragana.charAt(i);
            if (c >= 'ァ' && c <= 'ヶ') {
                hiragana.setCharAt(i, (char) (c - 'ァ' + 'ぁ'));
            }
        }
        return hiragana.toString();
    }

    /** A whole name as one term: folded, English words by their stems, without separators, which are optional in Korean and Japanese. */
    static String compact(String name) {
        String folded = fold(name);
        if (folded.chars().anyMatch(c -> c >= 0x80)) {
            return SEPARATORS.matcher(folded).replaceAll("");
        }
        StringBuilder stems = new StringBuilder();
        try (TokenStream stream = SINGULARS.tokenStream("", folded)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.append(term);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems.toString();
    }
}
