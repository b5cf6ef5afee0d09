package com.ones1ght.adapters.llm.cookbook.meal;

import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.language.MealPreferences;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.cookbook.request.Shopper;
import com.ones1ght.adapters.llm.shared.Phrases;
import com.ones1ght.domain.shared.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Why a dish suits this shopper, by the profile and by who eats. */
final class PersonalReasons {

    private static final int SENIOR = 60;
    private static final int YOUNG = 30;

    /** More of them are the members of a family that is not refused as a whole. */
    private static final int MAX_ALLERGENS = 8;

    private final MealRequest mealRequest;
    private final Dish dish;
    private final Foods foods;
    private final Language language;

    PersonalReasons(MealRequest mealRequest, Dish dish, Foods foods, Language language) {
        this.mealRequest = mealRequest;
        this.dish = dish;
        this.foods = foods;
        this.language = language;
    }

    /** The reasons, as sentences. */
    List<String> all() {
        List<String> reasons = new ArrayList<>();
        Shopper shopper = mealRequest.shopper();
        if (asksForAlcoholUnderAge()) {
            reasons.add(say("why.minor"));
        }
        boolean withChildren = shopper.likes().tags().contains("kids")
                || mealRequest.constraints().tags().contains("kids");
        if (dish.has("quick")) {
            reasons.add(say("why.quick", dish.minutes()));
        }
        if (withChildren && dish.has("mild")) {
            reasons.add(say("why.kids"));
        } else if (shopper.age().orElse(0) >= SENIOR && (dish.has("light") || dish.has("soup")) && dish.has("mild")) {
            reasons.add(say("why.senior"));
        } else if (shopper.age().orElse(SENIOR) < YOUNG && dish.has("quick") && dish.has("hearty")) {
            reasons.add(say("why.young"));
        } else if (shopper.likes().tags().contains("quick") && dish.has("quick")) {
            reasons.add(say("why.work"));
        }
        List<String> allergens = new ArrayList<>();
        AllergyLabels.of(mealRequest.exclusions(), foods, language)
                .forEach(label -> allergens.add(say("allergen.free", label)));
        if (names(allergens)) {
            reasons.add(say("why.allergy", Phrases.list(language, allergens)));
        }
        return reasons;
    }

    private boolean asksForAlcoholUnderAge() {
        MealPreferences preferences = mealRequest.preferences();
        return Stream.of(
                        preferences.tags(),
                        preferences.additions(),
                        preferences.atHand().foods())
                .flatMap(Set::stream)
                .anyMatch(asked -> !mealRequest.mayName(asked, foods));
    }

    /** Whether the allergens are few enough to be named. */
    static boolean names(List<String> allergens) {
        return !allergens.isEmpty() && allergens.size() <= MAX_ALLERGENS;
    }

    private String say(String key, Object... values) {
        return Phrases.say(language, key, values);
    }
}
