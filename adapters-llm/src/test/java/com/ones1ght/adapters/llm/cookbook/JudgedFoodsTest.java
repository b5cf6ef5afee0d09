package com.ones1ght.adapters.llm.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.dietary.Restriction.FollowedDiet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The catalogue judges the foods that a concept concerns; it must miss none that the exclusions speak of. */
class JudgedFoodsTest {

    private static final Foods FOODS = Cookbook.bundled().foods();
    private static final Set<String> NONE = Set.of();

    @Test
    void everyFoodShouldBeJudgedAsTheExclusionsDo() {
        for (Exclusions exclusions : all()) {
            assertJudged(FOODS.judgedBy(exclusions), exclusions);
        }
    }

    @Test
    void furtherExclusionsShouldCountBesideThoseThereAre() {
        List<Exclusions> all = all();
        for (int i = 0; i < all.size(); i++) {
            Exclusions one = all.get(i);
            Exclusions other = all.get((i + 1) * 31 % all.size());
            assertJudged(FOODS.judgedBy(one).and(other), one.and(other));
        }
    }

    private static void assertJudged(JudgedFoods judged, Exclusions exclusions) {
        for (Food food : FOODS.all()) {
            String description = food.key() + " with " + exclusions;
            assertThat(judged.forbids(food)).as(description).isEqualTo(exclusions.forbids(food));
            assertThat(judged.mayBeAllergen(food)).as(description).isEqualTo(exclusions.mayBeAllergen(food));
            assertThat(judged.isWithin(food)).as(description).isEqualTo(exclusions.isWithin(food));
        }
    }

    /** Each concept as an allergy and as what is unwanted, each diet, and each restriction of the gateway. */
    private static List<Exclusions> all() {
        List<Exclusions> all = new ArrayList<>();
        for (String concept : FOODS.words().keySet()) {
            all.add(new Exclusions(Set.of(concept), NONE, NONE, Diet.NONE));
            all.add(new Exclusions(NONE, NONE, Set.of(concept), Diet.NONE));
            all.add(new Exclusions(Set.of(concept), NONE, NONE, Diet.NONE).withTraces(true));
        }
        all.add(new Exclusions(NONE, Set.of("banana", "땅콩"), NONE, Diet.NONE));
        for (String name : List.of("vegan", "vegetarian", "gluten-free", "halal", "low-salt", "pregnant")) {
            all.add(new Exclusions(NONE, NONE, NONE, Diet.of(name)));
        }
        for (Allergen allergen : Allergen.values()) {
            all.add(keeping(new AvoidedAllergen(allergen)));
            all.add(keeping(new AvoidedAllergen(allergen)).withTraces(true));
        }
        for (com.ones1ght.domain.dietary.Diet diet : com.ones1ght.domain.dietary.Diet.values()) {
            all.add(keeping(new FollowedDiet(diet)));
        }
        return all;
    }

    private static Exclusions keeping(Restriction restriction) {
        return Exclusions.NONE.keeping(List.of(restriction));
    }
}
