package com.ones1ght.adapters.llm.cookbook.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Exclusions;
import com.ones1ght.adapters.llm.cookbook.language.Cues.Effect;
import com.ones1ght.adapters.llm.shared.ResourceText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the preferences that a text expresses: the dishes, foods and tags that it asks for or rules out. */
public final class PromptReader {

    /** Characters of the texts kept: every step of a run reads the conversation and the profile again. */
    private static final int MAX_KEPT = 1_000_000;

    /** A run takes seconds. What shoppers wrote, about their health for example, must not outlive its erasure here. */
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    /** What a recipe may be asked for without naming a dish. */
    private static final Set<String> NO_DISHES = ResourceText.lines(PromptReader.class, "nodishes.txt").stream()
            .flatMap(line -> ResourceText.items(line).stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final List<Concept> HEAT =
            List.of(new Concept(Concept.Kind.TAG, "spicy"), new Concept(Concept.Kind.TAG, "spicier"));

    private final Cookbook cookbook;
    private final LanguageAnalyzer analyzer;
    private final Cache<String, ReadText> known = Caffeine.newBuilder()
            .maximumWeight(MAX_KEPT)
            .expireAfterWrite(MAX_AGE)
            .weigher((String text, ReadText ignored) -> text.length() + 1)
            .executor(Runnable::run)
            .build();

    public PromptReader(Cookbook cookbook, LanguageAnalyzer analyzer) {
        this.cookbook = cookbook;
        this.analyzer = analyzer;
    }

    /** The preferences of a profile; a text that speaks of an allergy expresses no liking for a food. */
    public MealPreferences readTaste(String text) {
        MealPreferences preferences = read(text);
        return speaksOfAllergy(text)
                ? preferences.wanting(preferences.wanted().withFoods(Set.of()), preferences.additions())
                : preferences;
    }

    /** Whether a text states an allergy, whatever to. */
    public boolean speaksOfAllergy(String text) {
        return analyzed(text).analyzed.mentions().stream().anyMatch(mention -> mention.isOf(Concept.Kind.ALLERGY));
    }

    /** Whether a text mentions anything but a cuisine: names and addresses do not, and need not be read further. */
    public boolean mentionsMore(String text) {
        return analyzed(text).analyzed.mentions().stream().anyMatch(mention -> !mention.isOnlyOfCuisine());
    }

    /** Whether a text says so, whatever else it says. */
    public boolean says(Intent intent, String text) {
        return analyzed(text).analyzed.phrases().has(intent);
    }

    /** Whether a text speaks of an allergy, of what somebody does not tolerate, or of an illness. */
    public boolean tellsOfHealth(String text) {
        return (mentionsMore(text) || says(Intent.AVOIDED, text))
                && (speaksOfAllergy(text)
                        || !read(text).allergies().isEmpty()
                        || read(text).diet().isOfHealth());
    }

    /** The preferences that a prompt expresses; empty ones where it mentions nothing known. */
    public MealPreferences read(String prompt) {
        ReadText text = analyzed(prompt);
        MealPreferences preferences = text.preferences;
        if (preferences == null) {
            preferences = read(text.analyzed);
            text.preferences = preferences;
        }
        return preferences;
    }

    private ReadText analyzed(String text) {
        return known.get(text, it -> new ReadText(analyzer.analyze(it)));
    }

    /** A text whose preferences are read when they are asked for, by whichever threads ask first. */
    private static final class ReadText {
        private final AnalyzedText analyzed;
        private @Nullable MealPreferences preferences;

        ReadText(AnalyzedText analyzed) {
            this.analyzed = analyzed;
        }
    }

    private MealPreferences read(AnalyzedText analyzed) {
        List<Mention> mentions = analyzed.mentions();
        SaidPhrases said = analyzed.phrases();
        if (said.has(Intent.THANKS)) {
            return new Findings(cookbook, false, false, false, false)
                    .toPreferences(Set.of(), Optional.empty(), Limits.NONE, Move.NONE, Set.of(), Map.of(), false);
        }
        List<@Nullable Effect> effects = NegationScope.of(analyzed);
        Findings findings = new Findings(
                cookbook,
                said.has(Intent.ADDING),
                said.has(Intent.HIDING),
                said.has(Intent.RETRACT),
                mentions.stream().anyMatch(mention -> mention.isOf(Concept.Kind.ALLERGY)));
        Varieties varieties = new Varieties(analyzed, effects, cookbook.foods());
        DishUse use = new DishUse(analyzed);
        Company company = Company.of(analyzed, cookbook.foods());
        findings.company = company;
        for (int i = 0; i < mentions.size(); i++) {
            if (company.holds(i)) {
                continue;
            }
            findings.add(
                    use.asUsed(asDescribed(analyzed, mentions.get(i))),
                    analyzed.said(i),
                    use.isLeftOver(mentions.get(i)),
                    StatedAmounts.bundled().of(analyzed, mentions.get(i)),
                    varieties.effect(i));
        }
        unknownDish(analyzed).ifPresent(findings::addUnknownDish);
        // What is fine for one of those who eat need not be for the others.
        if (!said.has(Intent.EATER)) {
            findings.endedDiets.addAll(findings.refused.endedDiets());
        }
        if (said.has(Intent.CHEAP)) {
            findings.addCheap();
        }
        if (said.has(Intent.VEGETABLES)) {
            findings.addOnlyVegetables();
        }
        OtherAllergens allergens = OtherAllergens.of(analyzed, analyzer);
        allergens.declared().forEach(allergen -> findings.refused.add(allergen.code(), Effect.NEVER));
        return findings.toPreferences(
                allergens.words(),
                Question.in(analyzed),
                Limits.in(analyzed, varieties),
                move(analyzed),
                UnreadWords.of(analyzed, Exclusions.union(allergens.allWords(), findings.absentDishes())),
                varieties.named(),
                said.has(Intent.MEAL));
    }

    /** "맵게" asks for more heat than a dish has, "매운 것" for a dish that has it: in Korean the endings tell. */
    private static Mention asDescribed(AnalyzedText text, Mention mention) {
        boolean isHeat = mention.concepts().containsAll(HEAT);
        int behind = mention.last() + 1;
        return isHeat
                        && text.tokens().subList(behind, Math.min(text.tokens().size(), behind + 2)).stream()
                                .noneMatch(token -> token.term().equals("게"))
                ? new Mention(mention.first(), mention.last(), Set.of(HEAT.get(0)))
                : mention;
    }

    /** What a recipe is asked for, where no word of it is known. */
    private static Optional<String> unknownDish(AnalyzedText text) {
        boolean namesDish = text.mentions().stream()
                .anyMatch(mention -> mention.isOf(Concept.Kind.DISH) || mention.isOf(Concept.Kind.ABSENT_DISH));
        return namesDish
                ? Optional.empty()
                : text.phrases()
                        .find(Intent.RECIPE)
                        .filter(name -> text.mentions().stream()
                                .noneMatch(mention -> text.tokens()
                                                        .get(mention.first())
                                                        .start()
                                                < name.end(1)
                                        && text.tokens().get(mention.last()).end() > name.start(1)))
                        .map(name -> name.group(1))
                        .filter(name -> !NO_DISHES.contains(name));
    }

    private static boolean namesFood(Mention mention) {
        return mention.isOf(Concept.Kind.FOOD) || RefusedDishes.isDish(mention);
    }

    private static Move move(AnalyzedText analyzed) {
        SaidPhrases said = analyzed.phrases();
        if (analyzed.mentions().isEmpty() && said.has(Intent.RESTORE)) {
            return Move.RESTORE;
        }
        if (said.has(Intent.FIRST)) {
            return said.has(Intent.ABSENT) ? Move.BACK_TO_FIRST_GUESTS : Move.BACK_TO_FIRST;
        }
        if (said.has(Intent.PREVIOUS)) {
            return Move.BACK_TO_PREVIOUS;
        }
        if (said.has(Intent.REJECT)
                || analyzed.mentions().stream().noneMatch(PromptReader::namesFood) && said.has(Intent.AVERSE)) {
            return Move.REJECT;
        }
        if (said.has(Intent.SWAP)) {
            return Move.SWAP;
        }
        if (said.has(Intent.ANOTHER)) {
            return Move.ANOTHER;
        }
        return said.has(Intent.CHANGE) ? Move.CHANGE : Move.NONE;
    }
}
