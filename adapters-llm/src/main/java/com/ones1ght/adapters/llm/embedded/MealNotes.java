package com.ones1ght.adapters.llm.embedded;

import com.ones1ght.domain.shared.Language;
import java.util.ArrayList;
import java.util.List;

/** The advice under a meal: quantities, changes, additions, what a kitchen is taken to have. */
final class MealNotes {

    private final Language language;

    MealNotes(Language language) {
        this.language = language;
    }

    String of(DishQuestion question, DishVariant variant, int servings, List<Food> additions) {
        List<String> notes = new ArrayList<>();
        notes.add(say("note.servings", servings));
        question.wish().dishes().stream()
                .filter(id -> !question.wish().dishes().contains(variant.dish().id()))
                .findFirst()
                .flatMap(id -> question.model())
                .ifPresent(dish -> notes.add(say("note.instead", dish.title().in(language))));
        if (isRelaxed(question.exclusions(), variant)) {
            notes.add(say("note.relaxed"));
        }
        variant.replaced().forEach((was, is) -> notes.add(say("note.replaced", name(was), name(is))));
        if (!variant.dropped().isEmpty()) {
            notes.add(say("note.dropped", names(variant.dropped())));
        }
        if (!additions.isEmpty()) {
            notes.add(say(asksForAlcohol(question) ? "note.soft-drink" : "note.added", names(additions)));
        }
        List<Food> staples =
                variant.needs().stream().map(Need::food).filter(Food::isStaple).toList();
        if (!staples.isEmpty()) {
            notes.add(say("note.staples", names(staples)));
        }
        return String.join(language == Language.JA ? "" : " ", notes);
    }

    private static boolean isRelaxed(Exclusions exclusions, DishVariant variant) {
        return variant.needs().stream().anyMatch(need -> exclusions.forbids(need.food()));
    }

    private static boolean asksForAlcohol(DishQuestion question) {
        return !question.shopper().mayDrink()
                && !question.standing().additions().isEmpty();
    }

    private String names(List<Food> foods) {
        return Phrases.list(language, foods.stream().map(this::name).toList());
    }

    private String name(Food food) {
        return food.name().in(language);
    }

    private String say(String key, Object... values) {
        return Phrases.say(language, key, values);
    }
}
