package com.ones1ght.domain.dietary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DietTest {

    @Test
    void aStricterDietShouldImplyTheOthers() {
        assertThat(Arrays.stream(Diet.values()).flatMap(diet -> Arrays.stream(Diet.values())
                        .filter(other -> other != diet && diet.implies(other))
                        .map(other -> diet.code() + ">" + other.code())))
                .containsExactlyInAnyOrder("vegan>vegetarian", "vegan>pescatarian", "vegetarian>pescatarian");
        assertThat(Diet.values()).allMatch(diet -> diet.implies(diet));
    }

    @ParameterizedTest
    @CsvSource({
        "PORK, halal kosher pescatarian vegan vegetarian",
        "BEEF, pescatarian vegan vegetarian",
        "CHICKEN, pescatarian vegan vegetarian",
        "FISH, vegan vegetarian",
        "SALMON_ROE, vegan vegetarian",
        "CRUSTACEAN, kosher vegan vegetarian",
        "SHRIMP, kosher vegan vegetarian",
        "OYSTER, kosher vegan vegetarian",
        "GELATIN, vegan vegetarian",
        "MILK, vegan",
        "EGG, vegan",
        "WHEAT, ''"
    })
    void anAllergenShouldBreakTheDietsThatRuleItOut(Allergen allergen, String diets) {
        assertThat(Arrays.stream(Diet.values())
                        .filter(diet -> diet.isBrokenBy(List.of(Allergen.SESAME, allergen)))
                        .map(Diet::code)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(diets);
    }

    @Test
    void aCodeShouldNameItsDiet() {
        assertThat(Diet.values())
                .allSatisfy(diet -> assertThat(Diet.ofCode(diet.code())).contains(diet));
        assertThat(Diet.ofCode("paleo")).isEmpty();
    }
}
