package com.ones1ght.domain.dietary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.dietary.Restriction.Dislike;
import com.ones1ght.domain.dietary.Restriction.FollowedDiet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestrictionTest {

    @Test
    void aCodeShouldNameItsRestriction() {
        Stream.of(
                        new AvoidedAllergen(Allergen.TREE_NUT),
                        new FollowedDiet(Diet.HALAL),
                        new Dislike("오이"),
                        new Dislike("a:b"))
                .forEach(restriction ->
                        assertThat(Restriction.ofCode(restriction.code())).contains(restriction));
        assertThat(new AvoidedAllergen(Allergen.TREE_NUT).code()).isEqualTo("allergen:tree_nut");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "egg", "allergen:", "allergen:dust", "diet:keto", "dislike:", "dislike: ", "x:egg"})
    void anyOtherCodeShouldBeNone(String code) {
        assertThat(Restriction.ofCode(code)).isEmpty();
    }

    @Test
    void allergensShouldComeBeforeDietsAndDietsBeforeDislikes() {
        assertThat(Stream.of(
                                new Dislike("a"),
                                new FollowedDiet(Diet.VEGAN),
                                new AvoidedAllergen(Allergen.WHEAT),
                                new FollowedDiet(Diet.HALAL),
                                new AvoidedAllergen(Allergen.EGG))
                        .sorted()
                        .map(Restriction::code))
                .containsExactly("allergen:egg", "allergen:wheat", "diet:halal", "diet:vegan", "dislike:a");
    }

    @Test
    void aBlankDislikeShouldBeRefused() {
        assertThatThrownBy(() -> new Dislike(" ")).hasMessageContaining("dislike");
    }
}
