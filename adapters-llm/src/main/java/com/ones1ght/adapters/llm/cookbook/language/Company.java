package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Foods;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The dishes and foods of a text that something else is to be had with, and that it does not ask for themselves: the steak
 * of "a salad to go with steak". What is drunk with a dish is bought beside it.
 */
final class Company {

    static final Company NONE = new Company(new AnalyzedText("", List.of(), List.of()));

    private static final String SIDE = "side";
    private static final Set<String> COURSES = Set.of(SIDE, "with-rice");
    private static final String DESSERT = "dessert";

    private final AnalyzedText text;
    private final BitSet mentions = new BitSet();

    private Company(AnalyzedText text) {
        this.text = text;
    }

    static Company of(AnalyzedText text, Foods foods) {
        Company company = new Company(text);
        boolean isOfDrinks = text.mentions().stream()
                .flatMap(mention -> mention.concepts().stream())
                .anyMatch(concept -> isDrink(concept, foods));
        if (!isOfDrinks) {
            boolean namesCourse = text.mentions().stream().anyMatch(Company::isCourse);
            IntStream.range(0, text.mentions().size())
                    .filter(i -> isMeal(text.mentions().get(i), namesCourse) && Surroundings.COMPANY.tell(text, i))
                    .forEach(company.mentions::set);
        }
        return company;
    }

    boolean holds(int mention) {
        return mentions.get(mention);
    }

    /** The ids of its dishes that the cookbook has, or of the nearest to them. */
    Set<String> dishes() {
        Set<String> dishes = new LinkedHashSet<>();
        mentions.stream()
                .mapToObj(text.mentions()::get)
                .flatMap(mention -> mention.concepts().stream())
                .filter(concept -> concept.kind() == Concept.Kind.DISH || concept.kind() == Concept.Kind.ABSENT_DISH)
                .forEach(concept -> dishes.add(concept.id()));
        return dishes;
    }

    /** Where the text names neither a dish nor a course to be had with it, a side dish is meant. */
    void askForSide(Set<String> tags, Set<String> additions, boolean namesDish) {
        boolean isOpen = !namesDish
                && Stream.concat(tags.stream(), additions.stream())
                        .noneMatch(tag -> Dish.KINDS.contains(tag) || Dish.COURSES.contains(tag));
        if (!mentions.isEmpty() && (tags.remove("with-rice") || isOpen)) {
            tags.add(SIDE);
        }
    }

    /**
     * What is bought beside a dish that is asked for by name; "a side dish for steak" asks for no other dish.
     *
     * @param tags those of what is asked for, from which what only goes with the dish is taken out
     * @param endsSweet whether a dessert may follow the dish
     */
    static Set<String> ofDish(Set<String> tags, Set<String> foods, Optional<Question> question, boolean endsSweet) {
        if (question.stream().anyMatch(asked -> asked.topic() == Question.Topic.PAIRING)) {
            tags.removeAll(Question.BESIDE);
            tags.remove(SIDE);
            foods.remove("vegetable");
        }
        return endsSweet && tags.remove(DESSERT) ? Set.of(DESSERT) : Set.of();
    }

    /** "A dish that goes with tofu" has it in it, unless it is a side dish. */
    private static boolean isMeal(Mention mention, boolean namesCourse) {
        return mention.isOf(Concept.Kind.DISH)
                || mention.isOf(Concept.Kind.ABSENT_DISH)
                || mention.isOf(Concept.Kind.FOOD) && namesCourse
                || mention.concepts().stream().anyMatch(concept -> Dish.KINDS.contains(concept.id()));
    }

    private static boolean isCourse(Mention mention) {
        return mention.concepts().stream()
                .anyMatch(concept -> COURSES.contains(concept.id()) || Question.BESIDE.contains(concept.id()));
    }

    private static boolean isDrink(Concept concept, Foods foods) {
        return concept.kind() == Concept.Kind.FOOD
                && (foods.isWithin(concept.id(), "alcohol")
                        || foods.find(concept.id())
                                .filter(food -> food.isDrink() || food.is("alcohol"))
                                .isPresent());
    }
}
