package com.ones1ght.domain.dietary;

import static com.ones1ght.domain.dietary.DietaryGuard.DECLARED;
import static com.ones1ght.domain.dietary.DietaryGuard.OFF;
import static com.ones1ght.domain.dietary.DietaryGuard.STRICT;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.dietary.Restriction.Dislike;
import com.ones1ght.domain.dietary.Restriction.FollowedDiet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DietaryGuardTest {

    private static final Restriction NO_EGG = new AvoidedAllergen(Allergen.EGG);
    private static final Restriction NO_SHRIMP = new AvoidedAllergen(Allergen.SHRIMP);
    private static final Restriction VEGETARIAN = new FollowedDiet(Diet.VEGETARIAN);
    private static final Restriction HALAL = new FollowedDiet(Diet.HALAL);
    private static final Restriction NO_CUCUMBER = new Dislike("cucumber");
    private static final List<Restriction> ALL = List.of(HALAL, NO_SHRIMP, NO_CUCUMBER, NO_EGG, VEGETARIAN);

    private static ProductDietaryData containing(Allergen... allergens) {
        return new ProductDietaryData(List.of(allergens), null, null);
    }

    private static ProductDietaryData suiting(Diet... diets) {
        return new ProductDietaryData(List.of(), null, List.of(diets));
    }

    @Test
    void whatIsKnownToBreakARestrictionShouldBeWithheldForAllThatItBreaks() {
        assertThat(DECLARED.objections(containing(Allergen.EGG, Allergen.PORK), ALL))
                .containsExactly(NO_EGG, HALAL, VEGETARIAN);
        assertThat(DECLARED.objections(containing(Allergen.EGG), List.of(NO_EGG, NO_EGG)))
                .containsExactly(NO_EGG);
    }

    @Test
    void whatIsNotKnownShouldStayUnlessStrict() {
        assertThat(DECLARED.objections(ProductDietaryData.UNKNOWN, ALL)).isEmpty();
        assertThat(DECLARED.objections(null, ALL)).isEmpty();
        assertThat(STRICT.objections(ProductDietaryData.UNKNOWN, ALL))
                .containsExactly(NO_EGG, NO_SHRIMP, HALAL, VEGETARIAN);
        assertThat(STRICT.objections(null, ALL)).containsExactly(NO_EGG, NO_SHRIMP, HALAL, VEGETARIAN);
    }

    @ParameterizedTest
    @EnumSource
    void whatMeetsNoObjectionShouldBeAllowed(DietaryGuard guard) {
        List<ProductDietaryData> products = List.of(
                ProductDietaryData.UNKNOWN,
                containing(Allergen.EGG),
                containing(),
                suiting(Diet.VEGAN),
                suiting(Diet.VEGETARIAN, Diet.HALAL));
        for (ProductDietaryData product : products) {
            for (int from = 0; from <= ALL.size(); from++) {
                List<Restriction> some = ALL.subList(from, ALL.size());
                assertThat(guard.allows(product, some))
                        .isEqualTo(guard.objections(product, some).isEmpty());
            }
        }
        assertThat(guard.allows(null, ALL)).isEqualTo(guard != STRICT);
    }

    @Test
    void tracesShouldCountIfStrict() {
        ProductDietaryData traces =
                new ProductDietaryData(List.of(), List.of(Allergen.CRUSTACEAN), List.of(Diet.VEGAN, Diet.HALAL));

        assertThat(DECLARED.objections(traces, ALL)).isEmpty();
        assertThat(STRICT.objections(traces, ALL)).containsExactly(NO_SHRIMP);
    }

    @Test
    void theListOfDietsShouldDecideWhereItIsGiven() {
        assertThat(DECLARED.objections(suiting(Diet.VEGAN), ALL)).containsExactly(HALAL);
        assertThat(DECLARED.objections(suiting(Diet.PESCATARIAN, Diet.HALAL), ALL))
                .containsExactly(VEGETARIAN);
        assertThat(DECLARED.objections(suiting(), ALL)).containsExactly(HALAL, VEGETARIAN);
        assertThat(STRICT.objections(suiting(Diet.VEGETARIAN, Diet.HALAL), ALL)).isEmpty();
    }

    @Test
    void anAllergenShouldOutweighAListOfDietsThatContradictsIt() {
        ProductDietaryData contradictory =
                new ProductDietaryData(List.of(Allergen.PORK), List.of(), List.of(Diet.HALAL, Diet.VEGAN));

        assertThat(DECLARED.objections(contradictory, ALL)).containsExactly(HALAL, VEGETARIAN);
        assertThat(STRICT.objections(contradictory, ALL)).containsExactly(HALAL, VEGETARIAN);
    }

    @Test
    void allergensAloneShouldDecideWhatTheyCan() {
        assertThat(DECLARED.objections(containing(Allergen.BEEF), ALL)).containsExactly(VEGETARIAN);
        assertThat(DECLARED.objections(containing(Allergen.SESAME), ALL)).isEmpty();
        assertThat(STRICT.objections(containing(Allergen.SESAME), ALL)).containsExactly(HALAL, VEGETARIAN);
    }

    @Test
    void nothingShouldBeWithheldWhereNothingIsRestrictedOrTheGuardIsOff() {
        ProductDietaryData egg = containing(Allergen.EGG);

        assertThat(STRICT.objections(egg, List.of())).isEmpty();
        assertThat(STRICT.objections(null, List.of(NO_CUCUMBER))).isEmpty();
        assertThat(OFF.objections(egg, ALL)).isEmpty();
    }
}
