package com.ones1ght.adapters.llm.cookbook.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences.Move;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the preferences that a text expresses: the dishes, foods and tags that it asks for or rules out. */
public final class PromptReader {

    /** Characters of the texts kept: every step of a run reads the conversation and the profile again. */
    private static final int MAX_KEPT = 1_000_000;

    /** A run takes seconds. What shoppers wrote, about their health for example, must not outlive its erasure here. */
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private final Cookbook cookbook;
    private final LanguageAnalyzer analyzer;
    private final Cache<String, MealPreferences> known = Caffeine.newBuilder()
            .maximumWeight(MAX_KEPT)
            .expireAfterWrite(MAX_AGE)
            .weigher((String text, MealPreferences ignored) -> text.length() + 1)
            .executor(Runnable::run)
            .build();

    public PromptReader(Cookbook cookbook, LanguageAnalyzer analyzer) {
        this.cookbook = cookbook;
        this.analyzer = analyzer;
    }

    /** The preferences of a profile; a text that speaks of an allergy expresses no liking for a food. */
    public MealPreferences readTaste(String text) {
        MealPreferences preferences = read(text);
        return speaksOfAllergy(text) ? preferences.withoutFoods() : preferences;
    }

    /** Whether a text states an allergy, whatever to. */
    public boolean speaksOfAllergy(String text) {
        return analyzer.analyze(text).mentions().stream().anyMatch(mention -> mention.isOf(Concept.Kind.ALLERGY));
    }

    /** The preferences that a prompt expresses; empty ones where it mentions nothing known. */
    public MealPreferences read(String prompt) {
        return known.get(prompt, this::readAnew);
    }

    private MealPreferences readAnew(String prompt) {
        AnalyzedText analyzed = analyzer.analyze(prompt);
        List<Mention> mentions = analyzed.mentions();
        List<@Nullable Effect> effects = NegationScope.of(analyzed);
        String text = analyzed.text();
        Findings findings = new Findings(
                cookbook,
                Intent.ADDING.isIn(text),
                mentions.stream().anyMatch(mention -> mention.isOf(Concept.Kind.ALLERGY)));
        for (int i = 0; i < mentions.size(); i++) {
            findings.add(mentions.get(i), analyzed.said(i), effects.get(i));
        }
        if (Intent.CHEAP.isIn(text)) {
            findings.addCheap();
        }
        if (Intent.VEGETABLES.isIn(text)) {
            findings.addOnlyVegetables();
        }
        return findings.toPreferences(
                UnknownAllergens.of(analyzed, analyzer), Limits.in(text), move(text), Intent.MEAL.isIn(text));
    }

    private static Move move(String text) {
        if (Intent.FIRST.isIn(text)) {
            return Move.BACK_TO_FIRST;
        }
        if (Intent.PREVIOUS.isIn(text)) {
            return Move.BACK_TO_PREVIOUS;
        }
        if (Intent.ANOTHER.isIn(text)) {
            return Move.ANOTHER;
        }
        return Intent.CHANGE.isIn(text) ? Move.CHANGE : Move.NONE;
    }
}
