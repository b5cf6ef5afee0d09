package com.ones1ght.adapters.llm.embedded;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.request.RecordedConstraints;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.recommendation.Meal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an answer must and must not give; the notation stands at the head of prompts.txt. */
final class Expectation {

    private static final Pattern TERM = Pattern.compile("(\"[^\"]*\"(?:,\"[^\"]*\")*|[-+^][a-z-]+(?: [a-z]+)*|\\S+)");

    private final String expected;

    Expectation(String expected) {
        this.expected = expected;
    }

    /** The expectations that the answer to the prompt does not meet. */
    List<String> faults(Ask ask, String prompt) {
        PipelineSnapshot run = ask.all(prompt);
        List<String> faults = new ArrayList<>();
        Matcher terms = TERM.matcher(expected);
        while (terms.find()) {
            if (!isMet(terms.group(), run, ask)) {
                faults.add(terms.group() + " [" + dish(run).id() + "]");
            }
        }
        return faults;
    }

    private static boolean isMet(String term, PipelineSnapshot run, Ask ask) {
        Meal meal = Objects.requireNonNull(run.meal()).value();
        String what = term.substring(1);
        Dish dish = dish(run);
        Set<Food> foods = ask.lastFoods();
        String texts = meal.recipeTitle() + " " + meal.recommendationMessage() + " " + meal.notes();
        return switch (term.charAt(0)) {
            case '.' -> true;
            case '"' -> Stream.of(term.split(",")).anyMatch(word -> texts.contains(word.replace("\"", "")));
            case '~' -> !texts.contains(what);
            case '#' ->
                Stream.of(what.split(","))
                        .anyMatch(tag -> dish.has(tag) || dish.id().equals(tag));
            case '!' -> !dish.id().equals(what);
            case '+' -> foods.stream().anyMatch(food -> food.is(what));
            case '-' -> offered(run).noneMatch(food -> food.is(what)) && !dish.has(what);
            case '^' -> offered(run).noneMatch(food -> food.contains(what));
            case '<' -> dish.minutes() <= Integer.parseInt(what);
            case '=' ->
                Stream.of(what.split(","))
                        .anyMatch(people -> meal.notes().matches(".*(?<!\\d)" + people + "(?!\\d).*"));
            default -> List.of(term.split(",")).contains(dish.id());
        };
    }

    private static Dish dish(PipelineSnapshot run) {
        return RecordedConstraints.of(Ask.rawMeal(run), Cookbook.bundled())
                .flatMap(constraints -> Cookbook.bundled().dish(constraints.dish()))
                .orElseThrow();
    }

    /** All that the meal and the store's lists hold. */
    private static Stream<Food> offered(PipelineSnapshot run) {
        return Stream.of(
                        run.meal().value().ingredients().stream()
                                .map(ingredient -> ingredient.name().en()),
                        run.shoppingList().value().items().stream().map(line -> line.itemNameEn()),
                        run.upsellSurface().value().items().stream().map(item -> item.itemNameEn()),
                        run.backList().value().recommendations().stream().map(offer -> offer.itemNameEn()))
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .flatMap(name -> Cookbook.bundled().foods().find(name).stream());
    }
}
