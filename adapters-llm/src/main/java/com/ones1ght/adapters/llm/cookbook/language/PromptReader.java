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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the preferences that a text expresses: the dishes, foods and tags that it asks for or rules out. */
public final class PromptReader {

    /** Characters of the texts kept: every step of a run reads the conversation and the profile again. */
    private static final int MAX_KEPT = 1_000_000;

    /** A run takes seconds. What shoppers wrote, about their health for example, must not outlive its erasure here. */
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    /** What a recipe may be asked for without naming a dish. */
    private static final Set<String> NO_DISHES = Set.copyOf(ResourceText.items(
            "it,this,that,one,something,anything,dinner,lunch,supper,breakfast,food,meal,dish,double,easy,quick,simple,good,"
                    + "nice,different,everything,them,these,those,new,another,any,best,your,favourite,favorite,"
                    + "이거,그거,저거,이것,그것,음식,요리,저녁,점심,메뉴,다른,간단한,쉬운,맛있는,오늘,반찬,집에서,"
                    + "料理,夕飯,晩飯,夕食,簡単,今日,今夜,献立,メニュー,オススメ"));

    private static final List<Concept> HEAT =
            List.of(new Concept(Concept.Kind.TAG, "spicy"), new Concept(Concept.Kind.TAG, "spicier"));
    private static final Set<String> MEANS = Set.of("로", "으로", "で");
    private static final Pattern HAD_WITH = Pattern.compile("^(?:と(?:一緒に|いっしょに)食べる|(?:이랑|랑) ?(?:같이|함께) ?먹을)");
    private static final Pattern BESIDE = Pattern.compile("\\b(?:it|this|that|them) with (?:some |a |the |my )?$");
    private static final int LEFT_OVER_DISTANCE = 14;
    private static final Pattern LEFT_OVER =
            Pattern.compile("(?:left ?over|남은|남긴|먹다|먹던|残り|残った|余った|昨日の|昨夜の|yesterday's|last night's)[^,.。]{0,8}$");
    private static final Pattern STILL_THERE = Pattern.compile(
            "(?:[이가은는도을를])? ?(?:(?:시켜 ?)?먹(?:다|고) ?)?(?:좀 |조금 |많이 |너무 |반이나 |반쯤 |절반 |꽤 |잔뜩 )?(?:남았|남아|남은|남긴|남는)|의 ?(?:남은|나머지)|の(?:残り|余り)"
                    + "|(?:が|も|を)?(?:まだ|少し|ちょっと|たくさん|沢山)?(?:残っ|余っ|残り)| (?:is |are )?left ?overs?\\b| (?:is |are )?left\\b(?! for (?:me|us|him|her))"
                    + "| from (?:yesterday|last night)");

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
        return speaksOfAllergy(text) ? preferences.withoutFoods() : preferences;
    }

    /** Whether a text states an allergy, whatever to. */
    public boolean speaksOfAllergy(String text) {
        return analyzed(text).analyzed.mentions().stream().anyMatch(mention -> mention.isOf(Concept.Kind.ALLERGY));
    }

    /** Whether a text speaks of an allergy, of what somebody does not tolerate, or of an illness. */
    public boolean tellsOfHealth(String text) {
        AnalyzedText analyzed = analyzed(text).analyzed;
        // Names and addresses mention nothing, or a city and so its cuisine, and need not be read further.
        boolean mayTell = analyzed.mentions().stream().anyMatch(mention -> !mention.isOnlyOfCuisine())
                || Intent.AVOIDED.isIn(analyzed.text());
        return mayTell
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
        String text = analyzed.text();
        if (Intent.THANKS.isIn(text)) {
            return new Findings(cookbook, false, false, false, false)
                    .toPreferences(Set.of(), Optional.empty(), Limits.NONE, Move.NONE, Set.of(), Map.of(), false);
        }
        List<@Nullable Effect> effects = NegationScope.of(analyzed);
        Findings findings = new Findings(
                cookbook,
                Intent.ADDING.isIn(text),
                Intent.HIDING.isIn(text),
                Intent.RETRACT.isIn(text),
                mentions.stream().anyMatch(mention -> mention.isOf(Concept.Kind.ALLERGY)));
        Varieties varieties = new Varieties(analyzed, effects, cookbook.foods());
        for (int i = 0; i < mentions.size(); i++) {
            findings.add(
                    asUsed(analyzed, asDescribed(analyzed, mentions.get(i))),
                    analyzed.said(i),
                    isLeftOver(analyzed, mentions.get(i)),
                    StatedAmounts.bundled().of(analyzed, mentions.get(i)),
                    varieties.effect(i));
        }
        unknownDish(analyzed).ifPresent(findings::addUnknownDish);
        // What is fine for one of those who eat need not be for the others.
        if (!Intent.EATER.isIn(text)) {
            findings.endedDiets.addAll(findings.refused.endedDiets());
        }
        if (Intent.CHEAP.isIn(text)) {
            findings.addCheap();
        }
        if (Intent.VEGETABLES.isIn(text)) {
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
                Intent.MEAL.isIn(text));
    }

    /** Whether a dish was cooked before: "남은 불고기", "leftover bolognese". */
    private static boolean isLeftOver(AnalyzedText text, Mention mention) {
        int start = text.tokens().get(mention.first()).start();
        int end = text.tokens().get(mention.last()).end();
        return LEFT_OVER
                        .matcher(text.text().substring(Math.max(0, start - LEFT_OVER_DISTANCE), start))
                        .find()
                || STILL_THERE.matcher(text.text().substring(end)).lookingAt();
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

    /** "삼겹살로 김치찌개", "have it with mash": what another dish is made or had with is no dish to be cooked. */
    private static Mention asUsed(AnalyzedText text, Mention mention) {
        int behind = mention.last() + 1;
        while (behind < text.tokens().size()
                && Cues.bundled().counts(text.tokens().get(behind))) {
            behind++;
        }
        int at = behind;
        boolean isMeans = mention.isOf(Concept.Kind.FOOD)
                && at < text.tokens().size()
                && MEANS.contains(text.tokens().get(at).term())
                && text.mentions().stream().anyMatch(other -> other.first() > at && other.isOf(Concept.Kind.DISH));
        int start = text.tokens().get(mention.first()).start();
        String before = text.text().substring(Math.max(0, start - LEFT_OVER_DISTANCE), start);
        String behindIt =
                text.text().substring(text.tokens().get(mention.last()).end());
        return mention.isOf(Concept.Kind.DISH)
                        && (isMeans
                                || BESIDE.matcher(before).find()
                                || HAD_WITH.matcher(behindIt).find())
                ? new Mention(
                        mention.first(),
                        mention.last(),
                        mention.concepts().stream()
                                .filter(concept -> concept.kind() == Concept.Kind.FOOD)
                                .collect(Collectors.toSet()))
                : mention;
    }

    /** What a recipe is asked for, where no word of it is known. */
    private static Optional<String> unknownDish(AnalyzedText text) {
        boolean namesDish = text.mentions().stream()
                .anyMatch(mention -> mention.isOf(Concept.Kind.DISH) || mention.isOf(Concept.Kind.ABSENT_DISH));
        return namesDish
                ? Optional.empty()
                : Intent.RECIPE
                        .find(text.text())
                        .filter(name -> text.mentions().stream()
                                .noneMatch(mention -> text.tokens()
                                                        .get(mention.first())
                                                        .start()
                                                < name.end(1)
                                        && text.tokens().get(mention.last()).end() > name.start(1)))
                        .map(name -> name.group(1))
                        .filter(name -> !NO_DISHES.contains(name));
    }

    private static boolean namesFood(AnalyzedText text) {
        return text.mentions().stream()
                .anyMatch(mention -> mention.isOf(Concept.Kind.FOOD) || RefusedDishes.isDish(mention));
    }

    private static Move move(AnalyzedText analyzed) {
        String text = analyzed.text();
        if (analyzed.mentions().isEmpty() && Intent.RESTORE.isIn(text)) {
            return Move.RESTORE;
        }
        if (Intent.FIRST.isIn(text)) {
            return Intent.ABSENT.isIn(text) ? Move.BACK_TO_FIRST_GUESTS : Move.BACK_TO_FIRST;
        }
        if (Intent.PREVIOUS.isIn(text)) {
            return Move.BACK_TO_PREVIOUS;
        }
        if (Intent.REJECT.isIn(text) || !namesFood(analyzed) && Intent.AVERSE.isIn(text)) {
            return Move.REJECT;
        }
        if (Intent.SWAP.isIn(text)) {
            return Move.SWAP;
        }
        if (Intent.ANOTHER.isIn(text)) {
            return Move.ANOTHER;
        }
        return Intent.CHANGE.isIn(text) ? Move.CHANGE : Move.NONE;
    }
}
