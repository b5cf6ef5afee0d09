package com.ones1ght.adapters.llm.cookbook.language;

/**
 * Finds the dishes, foods and tags that a text in Korean, English or Japanese mentions. The one place that
 * tokenises: everything else works on {@link Mention}s. Implementations are thread-safe.
 */
public interface LanguageAnalyzer {

    /** Analyses a text of any length, normalised first; a text that mentions nothing known has no mentions. */
    AnalyzedText analyze(String text);

    /** The analyzer of the bundled cookbook's vocabulary, built on first use. */
    static LanguageAnalyzer bundled() {
        return LexiconAnalyzer.bundled();
    }
}
