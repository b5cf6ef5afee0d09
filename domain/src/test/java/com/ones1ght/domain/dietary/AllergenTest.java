package com.ones1ght.domain.dietary;

import static com.ones1ght.domain.dietary.Allergen.BARLEY;
import static com.ones1ght.domain.dietary.Allergen.CRAB;
import static com.ones1ght.domain.dietary.Allergen.CRUSTACEAN;
import static com.ones1ght.domain.dietary.Allergen.EGG;
import static com.ones1ght.domain.dietary.Allergen.FISH;
import static com.ones1ght.domain.dietary.Allergen.GLUTEN;
import static com.ones1ght.domain.dietary.Allergen.PINE_NUT;
import static com.ones1ght.domain.dietary.Allergen.SALMON_ROE;
import static com.ones1ght.domain.dietary.Allergen.SHRIMP;
import static com.ones1ght.domain.dietary.Allergen.SPELT;
import static com.ones1ght.domain.dietary.Allergen.TREE_NUT;
import static com.ones1ght.domain.dietary.Allergen.WHEAT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AllergenTest {

    /** Every code of the vocabulary with the code of GS1 by which it is accepted as well. */
    private static final String CODES = """
            milk AM, egg AE, fish AF, mackerel MAC, salmon ADR, salmon_roe SMR, crustacean AC, shrimp ABL, crab ABG,
            mollusc UM, squid SQU, abalone ABN, oyster OYS, mussel MSS, clam CLM, peanut AP, tree_nut AN, walnut SW,
            almond SA, cashew SC, pine_nut PN, hazelnut SH, pecan SP, brazil_nut SR, macadamia SM, pistachio ST,
            gluten AW, wheat UW, spelt GS, rye NR, barley GB, oat GO, buckwheat BWD, soy AY, sesame AS, celery BC,
            mustard BM, lupin NL, sulphite AU, pork PO, beef BF, chicken CM, peach PHD, apple APL, orange OGD, kiwi KWD,
            banana BND, tomato TTD, yam YMD, matsutake MMD, gelatin GTD""";

    @Test
    void eachAllergenShouldHaveItsCodeAndItsGs1Code() {
        Map<String, String> gs1 = Arrays.stream(CODES.split(",\\s+"))
                .map(pair -> pair.split(" "))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

        assertThat(Arrays.stream(Allergen.values()).map(Allergen::code))
                .containsExactlyInAnyOrderElementsOf(gs1.keySet());
        gs1.forEach((code, inCapitals) -> assertThat(
                        DeclaredRestrictions.of(Map.of("allergies", inCapitals)).restrictions())
                .as(inCapitals)
                .containsExactly(
                        new Restriction.AvoidedAllergen(Allergen.ofCode(code).orElseThrow())));
        assertThat(Allergen.ofCode("MILK")).isEmpty();
        assertThat(Allergen.ofCode("dust")).isEmpty();
    }

    @Test
    void theGroupsShouldHaveTheirMembers() {
        Map<String, List<String>> members = Arrays.stream(Allergen.values())
                .filter(allergen -> allergen.group().isPresent())
                .collect(Collectors.groupingBy(
                        allergen -> allergen.group().orElseThrow().code(),
                        TreeMap::new,
                        Collectors.mapping(Allergen::code, Collectors.toList())));

        assertThat(members)
                .isEqualTo(Map.of(
                        "crustacean", List.of("shrimp", "crab"),
                        "mollusc", List.of("squid", "abalone", "oyster", "mussel", "clam"),
                        "tree_nut",
                                List.of(
                                        "walnut",
                                        "almond",
                                        "cashew",
                                        "hazelnut",
                                        "pecan",
                                        "brazil_nut",
                                        "macadamia",
                                        "pistachio"),
                        "gluten", List.of("wheat", "rye", "barley", "oat"),
                        "wheat", List.of("spelt"),
                        "fish", List.of("mackerel", "salmon", "salmon_roe")));
        assertThat(PINE_NUT.isWithin(TREE_NUT)).isFalse();
    }

    @Test
    void aLabelWithAMemberShouldDeclareItsGroups() {
        assertThat(CRUSTACEAN.isDeclaredBy(List.of(CRAB))).isTrue();
        assertThat(GLUTEN.isDeclaredBy(List.of(SPELT))).isTrue();
        assertThat(FISH.isDeclaredBy(List.of(SALMON_ROE))).isTrue();
        assertThat(EGG.isDeclaredBy(List.of(CRAB, SPELT))).isFalse();
        assertThat(EGG.isDeclaredBy(List.of())).isFalse();
    }

    @Test
    void aLabelWithTheGroupAloneShouldDeclareEachMember() {
        assertThat(SHRIMP.isDeclaredBy(List.of(CRUSTACEAN))).isTrue();
        assertThat(SPELT.isDeclaredBy(List.of(GLUTEN))).isTrue();
        assertThat(SPELT.isDeclaredBy(List.of(GLUTEN, WHEAT))).isTrue();
    }

    @Test
    void aGroupThatAnotherMemberExplainsShouldDeclareNoFurtherOne() {
        assertThat(SHRIMP.isDeclaredBy(List.of(CRUSTACEAN, CRAB))).isFalse();
        assertThat(SHRIMP.isDeclaredBy(List.of(CRAB))).isFalse();
        assertThat(WHEAT.isDeclaredBy(List.of(GLUTEN, BARLEY))).isFalse();
        assertThat(SHRIMP.isDeclaredBy(List.of(CRUSTACEAN, CRAB, SHRIMP))).isTrue();
    }
}
