package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.AllergenFamilies;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the preferences that a text expresses: the dishes, foods and tags that it asks for or rules out. */
public final class PromptReader {

    private static final Pattern ANOTHER = Pattern.compile(
            "\\b(?:something|anything|someth) (?:else|different)|\\banother\\b|\\bother (?:idea|suggestion|option|dish|recipe)"
                    + "|\\b(?:different|new) (?:one|dish|idea|recipe|meal)|\\bchange it\\b"
                    + "|다른 ?(?:거|것|걸|메뉴|음식|요리|추천|건)|딴 ?(?:거|것|걸)|바꿔 ?(?:줘|주세요)$"
                    + "|(?:他|ほか|別|違う|ちがう)の?(?:もの|料理|メニュー|おすすめ|やつ|にして|ある|が(?:いい|良い)|候補|献立)|以外のおすすめ");
    private static final Pattern MEAL =
            Pattern.compile("\\b(?:dinner|lunch|supper|eat|cook|meal|recipe|what|suggest|recommend|hungry)"
                    + "|저녁|점심|먹|메뉴|뭐|요리|추천|반찬|식사|배고|晩|夕|昼|ご飯|ごはん|おかず|献立|食べ|何|メニュー|おすすめ|料理|レシピ|お腹");
    private static final Pattern ADDING = Pattern.compile(
            "\\b(?:add|plus|also|along with|as well|pair|pairing|glass of|bottle of)\\b|추가|더해|더 ?넣|곁들|어울리는|같이 ?마실|마실"
                    + "|追加|足し|加え|合う|飲み|プラス");

    private final Foods foods;
    private final LanguageAnalyzer analyzer;

    public PromptReader(Foods foods, LanguageAnalyzer analyzer) {
        this.foods = foods;
        this.analyzer = analyzer;
    }

    /** The preferences of a profile; a text that speaks of an allergy expresses no liking for a food. */
    public MealPreferences readTaste(String text) {
        MealPreferences preferences = read(text);
        return AllergyStatements.isIn(text) ? preferences.withoutFoods() : preferences;
    }

    /** The preferences that a prompt expresses; empty ones where it mentions nothing known. */
    public MealPreferences read(String prompt) {
        AnalyzedText analyzed = analyzer.analyze(prompt);
        List<Mention> mentions = analyzed.mentions();
        boolean[] negated = NegationScope.of(analyzed);
        new AllergyStatements(analyzed).negateAllergens(negated);
        Findings findings = new Findings(analyzed.text());
        for (int i = 0; i < mentions.size(); i++) {
            for (Concept concept : mentions.get(i).concepts()) {
                if (negated[i]) {
                    findings.ruleOut(concept);
                } else {
                    findings.want(concept);
                }
            }
        }
        return findings.toPreferences();
    }

    /** Collects the preferences, mention by mention. */
    private final class Findings {

        private final String text;
        private final boolean adding;
        private final boolean allergic;
        private final Set<String> dishes = new LinkedHashSet<>();
        private final Set<String> unwantedDishes = new LinkedHashSet<>();
        private final Set<String> wanted = new LinkedHashSet<>();
        private final Set<String> unwanted = new LinkedHashSet<>();
        private final Set<String> allergies = new LinkedHashSet<>();
        private final Set<String> tags = new LinkedHashSet<>();
        private final Set<String> unwantedTags = new LinkedHashSet<>();
        private final Set<String> additions = new LinkedHashSet<>();
        private Diet diet = Diet.NONE;

        private Findings(String text) {
            this.text = text;
            this.adding = ADDING.matcher(text).find();
            this.allergic = AllergyStatements.isInNormalized(text);
        }

        private void want(Concept concept) {
            switch (concept.kind()) {
                case DISH -> dishes.add(concept.id());
                case TAG -> wantTag(concept.id());
                case FOOD -> {
                    if (adding || isDrink(concept.id())) {
                        additions.add(concept.id());
                    } else if (!isStaple(concept.id())) {
                        wanted.add(concept.id());
                    }
                }
            }
        }

        private void wantTag(String tag) {
            switch (tag) {
                case "vegan" -> diet = Diet.VEGAN;
                case "vegetarian" -> diet = diet.and(Diet.VEGETARIAN);
                default -> tags.add(tag);
            }
        }

        private void ruleOut(Concept concept) {
            switch (concept.kind()) {
                case DISH -> unwantedDishes.add(concept.id());
                case FOOD -> (allergic ? allergies : unwanted).add(concept.id());
                case TAG -> {
                    if (concept.id().equals("spicy")) {
                        tags.add("mild");
                    } else {
                        unwantedTags.add(concept.id());
                    }
                }
            }
        }

        private MealPreferences toPreferences() {
            if (tags.contains("mild")) {
                tags.remove("spicy");
            }
            return new MealPreferences(
                    dishes,
                    unwantedDishes,
                    wanted,
                    unwanted,
                    new AllergenFamilies(foods).widen(allergies),
                    tags,
                    unwantedTags,
                    diet,
                    additions,
                    Servings.in(text),
                    ANOTHER.matcher(text).find(),
                    MEAL.matcher(text).find());
        }

        private boolean isDrink(String concept) {
            return foods.find(concept).map(Food::isDrink).orElse(false) || foods.isWithin(concept, "alcohol");
        }

        private boolean isStaple(String concept) {
            return foods.find(concept).map(Food::isStaple).orElse(false);
        }
    }
}
