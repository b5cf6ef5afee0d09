package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.shared.Phrases;
import com.ones1ght.domain.shared.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells what a prompt says and the cookbook does not know: dishes that it lacks, and words that did not count.
 *
 * @param variant the dish that was chosen
 */
record UnknownWords(MealRequest mealRequest, DishVariant variant, Cookbook cookbook, Language language) {

    private static final Pattern OF_COUNTRY = Pattern.compile(
            "Korean|Japanese|Thai|Chinese|Indian|Italian|French|Vietnamese|Mexican|Irish|Spanish|Greek|Hainanese|Turkish");

    /** That a dish is absent, and what is offered for it; nothing where a change to the recipe has made it. */
    Optional<String> dish() {
        return absentDishes().findFirst().filter(name -> !isMade(name)).map(this::absent);
    }

    private Stream<String> absentDishes() {
        return mealRequest.preferences().absentDishes().keySet().stream().sorted();
    }

    private boolean isMade(String name) {
        return cookbook.absentDish(name, language)
                .filter(written -> isNamed(variant.name(language), written))
                .isPresent();
    }

    /** Roast chicken is a roast. */
    private static boolean isNamed(String dish, String kind) {
        return (" " + dish + " ").toLowerCase(Locale.ROOT).contains(" " + kind.toLowerCase(Locale.ROOT) + " ");
    }

    /** Words that nothing here knows did not count; a text that says nothing else is answered as a whole. */
    Optional<String> others() {
        MealPreferences preferences = mealRequest.preferences();
        List<String> unknown = Stream.concat(absentDishes().skip(1), preferences.unread().stream())
                .filter(word -> !word.isEmpty())
                .toList();
        if (unknown.isEmpty() || preferences.isEmpty() && !preferences.asksForMeal()) {
            return Optional.empty();
        }
        List<String> written = unknown.stream().filter(this::isWritten).toList();
        return Optional.of(
                written.isEmpty() ? say("why.unread.unnamed") : say("why.unread", Phrases.list(language, written)));
    }

    /** "Sardines" are no salmon, and nobody is to think that they were taken for one. */
    Optional<String> varieties() {
        return mealRequest.preferences().varieties().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(variety -> isWritten(variety.getKey()))
                .flatMap(variety -> variant.ingredients().stream()
                        .map(RecipeIngredient::food)
                        .filter(food -> food.is(variety.getValue()))
                        .findFirst()
                        .map(food -> say(
                                "why.variety",
                                variety.getKey(),
                                food.nameInText().in(language)))
                        .stream())
                .findFirst();
    }

    private String absent(String name) {
        if (mealRequest.preferences().absentDishes().get(name).isEmpty()) {
            return say(isWritten(name) ? "why.unknown" : "why.unclear", name);
        }
        boolean isNearest = variant.dish()
                .id()
                .equals(mealRequest.preferences().absentDishes().get(name));
        return cookbook.absentDish(name, language)
                .map(written -> inSentence(written, language))
                .map(written -> say(
                        isNearest ? "why.absent" : "why.absent.other",
                        written,
                        inSentence(variant.name(language), language)))
                .orElseGet(() -> say(
                        isNearest ? "why.absent.unnamed" : "why.absent.unnamed.other",
                        inSentence(variant.name(language), language)));
    }

    /** English writes names of dishes small within a sentence, unless they begin with that of a country. */
    static String inSentence(String name, Language language) {
        return language == Language.EN && !OF_COUNTRY.matcher(name).lookingAt()
                ? Character.toLowerCase(name.charAt(0)) + name.substring(1)
                : name;
    }

    /** What is said behind the shopper's name goes on small, but for what is always written large. */
    static String behindName(String sentence, Language language) {
        return sentence.startsWith("I ") ? sentence : inSentence(sentence, language);
    }

    /** Whether a name that the shopper wrote has the letters of the answer's language. */
    private boolean isWritten(String name) {
        String letters =
                switch (language) {
                    case KO -> "[가-힣a-z' -]+";
                    case EN -> "[a-z' -]+";
                    case JA -> "[ぁ-んァ-ヶー一-龠々a-z' -]+";
                };
        return name.matches(letters);
    }

    private String say(String key, Object... values) {
        return Phrases.say(language, key, values);
    }
}
