package com.ones1ght.adapters.llm.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and validates a model's answer; the message of each violation names the field. */
final class MealAnswer {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int MAX_CHARACTERS = 4_000;

    /** The limit of a name, by which the store is searched. */
    private static final int MAX_NAME_CHARACTERS = 100;

    private static final int MAX_INGREDIENTS = 60;
    private static final BigDecimal MIN_QUANTITY = new BigDecimal("0.001");
    private static final BigDecimal MAX_QUANTITY = BigDecimal.valueOf(100_000);

    private static final Set<String> FIELDS = Set.of(
            "recipe_title", "intro_message", "recipe_description", "recommendation_message", "notes", "ingredients");
    private static final Set<String> INGREDIENT_FIELDS = Set.of("name", "category", "quantity", "quantity_unit");
    private static final Set<String> LANGUAGES = Set.of("ko", "en", "jp");

    /** The code fence that many models put around the answer in spite of the instructions. */
    private static final Pattern FENCE = Pattern.compile("\\A\\s*```\\w*\\s*\\R(.*?)\\s*```\\s*\\z", Pattern.DOTALL);

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{L}&&[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}ー]]");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

    private final Language language;

    MealAnswer(Language language) {
        this.language = language;
    }

    /** @throws UnusableMeal if the text is not a meal */
    StepOutput<Meal> read(String text) {
        JsonNode json = parse(text);
        if (!json.isObject()) {
            throw new UnusableMeal("The answer must be one JSON object.");
        }
        Meal meal = new Meal(
                title(json),
                textOrNull(json, "intro_message"),
                textOrNull(json, "recipe_description"),
                textOrNull(json, "recommendation_message"),
                textOrNull(json, "notes"),
                ingredients(json.path("ingredients")));
        checkLanguage(meal);
        return new StepOutput<>(meal, withoutOtherFields(json).toString());
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(FENCE.matcher(text).replaceFirst("$1"));
        } catch (JsonProcessingException e) {
            throw new UnusableMeal(
                    "The answer must be one JSON object, complete, with nothing before it and nothing after it.");
        }
    }

    /**
     * Keeps only the known fields. Servers that do not enforce the schema let models add others, unchecked and of any
     * length, and a stored meal is shown to the model again in later rounds.
     */
    private static JsonNode withoutOtherFields(JsonNode json) {
        ObjectNode meal = ((ObjectNode) json).retain(FIELDS);
        for (JsonNode ingredient : meal.path("ingredients")) {
            ((ObjectNode) ingredient).retain(INGREDIENT_FIELDS);
            ((ObjectNode) ingredient.path("name")).retain(LANGUAGES);
            ((ObjectNode) ingredient.path("quantity_unit")).retain(LANGUAGES);
        }
        return meal;
    }

    private List<Ingredient> ingredients(JsonNode list) {
        if (!list.isArray() || list.isEmpty() || list.size() > MAX_INGREDIENTS) {
            throw new UnusableMeal("ingredients must be a list of 1 to " + MAX_INGREDIENTS + " objects.");
        }
        List<Ingredient> ingredients = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = list.get(i);
            String where = "ingredients[" + i + "].";
            String name = where + "name";
            ingredients.add(new Ingredient(
                    localized(item.path("name"), name)
                            .orElseThrow(() -> new UnusableMeal(name + " must not be empty.")),
                    textOrNull(item, "category", where + "category", MAX_CHARACTERS),
                    quantity(item.path("quantity"), where + "quantity"),
                    localized(item.path("quantity_unit"), where + "quantity_unit")
                            .orElse(null)));
        }
        return ingredients;
    }

    /** A text in three languages; an empty one is replaced by another. */
    private Optional<LocalizedText> localized(JsonNode names, String where) {
        return LocalizedText.completing(
                name(names, "ko", where), name(names, "en", where), name(names, "jp", where), language);
    }

    private static @Nullable String name(JsonNode names, String field, String where) {
        return textOrNull(names, field, where + "." + field, MAX_NAME_CHARACTERS);
    }

    /** A quantity; null if it is (nearly) 0, which means "to taste". */
    private static @Nullable BigDecimal quantity(JsonNode value, String where) {
        BigDecimal quantity = value.isNumber() ? value.decimalValue() : BigDecimal.ONE.negate();
        if (quantity.signum() < 0 || quantity.compareTo(MAX_QUANTITY) > 0) {
            throw new UnusableMeal(where + " must be a number from 0 to " + MAX_QUANTITY + ".");
        }
        if (quantity.compareTo(MIN_QUANTITY) < 0) {
            return null;
        }
        // Models write a third with as many digits as fit.
        return quantity.scale() > MIN_QUANTITY.scale()
                ? quantity.setScale(MIN_QUANTITY.scale(), RoundingMode.HALF_UP)
                : quantity;
    }

    private static String title(JsonNode json) {
        String title = textOrNull(json, "recipe_title");
        if (title == null) {
            throw new UnusableMeal("recipe_title must not be empty.");
        }
        return title;
    }

    private static @Nullable String textOrNull(JsonNode json, String field) {
        return textOrNull(json, field, field, MAX_CHARACTERS);
    }

    /** A string; null if blank. */
    private static @Nullable String textOrNull(JsonNode json, String field, String where, int max) {
        JsonNode value = json.path(field);
        if (!value.isTextual() || value.textValue().length() > max) {
            throw new UnusableMeal(where + " must be a string of at most " + max + " characters.");
        }
        return value.textValue().isBlank() ? null : value.textValue();
    }

    /** The dish's name may be in another language; the texts about it may not. */
    private void checkLanguage(Meal meal) {
        String said = Stream.of(meal.introMessage(), meal.recipeDescription(), meal.recommendationMessage())
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
        if (said.isEmpty()) {
            return;
        }
        boolean isRight =
                switch (language) {
                    case KO -> isMostly(HANGUL, said);
                    case JA -> KANA.matcher(said).find() && isMostly(JAPANESE, said);
                    case EN -> isMostly(LATIN, said);
                };
        if (!isRight) {
            throw new UnusableMeal("intro_message, recipe_description and recommendation_message must be written in "
                    + Instructions.nameOf(language) + ".");
        }
    }

    /** A dish's original name in brackets, or a single word of the right language, is not decisive. */
    private static boolean isMostly(Pattern script, String said) {
        return 2 * script.matcher(said).results().count()
                > LETTER.matcher(said).results().count();
    }
}
