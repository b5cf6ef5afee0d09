package com.ones1ght.domain.dietary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredRestrictionsTest {

    private static List<String> codes(DeclaredRestrictions declared) {
        return declared.restrictions().stream().map(Restriction::code).toList();
    }

    private static DeclaredRestrictions allergies(Object value) {
        return DeclaredRestrictions.of(Map.of("allergies", value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            egg|egg
            Eggs|egg
            EGG|egg
            egg allergy|egg
            allergic to eggs|egg
            I'm severely allergic to peanuts|peanut
            egg-free|egg
            no pork|pork
            lactose intolerant|milk
            dairy|milk
            celiac disease|gluten
            gluten-free|gluten
            shellfish|crustacean mollusc
            seafood|crustacean fish mollusc
            nuts|peanut tree_nut
            tree nuts|tree_nut
            tree_nut|tree_nut
            pine nuts|pine_nut
            peanut butter|peanut
            almond milk|almond
            prawns and crab|crab shrimp
            peanuts, tree nuts; sesame|peanut sesame tree_nut
            I can't eat shrimp or squid|shrimp squid
            doesn't eat beef|beef
            allergen:egg|egg
            en:eggs, en:soybeans|egg soy
            en:sulphur-dioxide-and-sulphites|sulphite
            en:sesame-seeds|sesame
            AM, AE|egg milk
            ＥＧＧ|egg
            계란|egg
            달걀 알레르기|egg
            계란알러지|egg
            새우, 게|crab shrimp
            게 알레르기|crab
            갑각류/땅콩|crustacean peanut
            갑각류와 조개류|crustacean mollusc
            견과류 알레르기 심함|peanut tree_nut
            우유를 못 먹어요|milk
            유당불내증|milk
            유제품 빼주세요|milk
            글루텐 프리|gluten
            무글루텐|gluten
            밀가루|wheat
            메밀|buckwheat
            밀|wheat
            콩|soy
            돼지고기 안 먹음|pork
            복숭아·토마토|peach tomato
            卵|egg
            卵アレルギー|egg
            🥜|peanut
            🥜❌, 🦐|peanut shrimp
            🚫🥛 🥚|egg milk
            卵と牛乳のアレルギーがあります|egg milk
            えび、かに|crab shrimp
            甲殻類|crustacean
            貝|mollusc
            乳製品|milk
            そば・落花生|buckwheat peanut
            小麦抜き|wheat
            豚肉が食べられない|pork
            グルテンフリー|gluten
            ナッツ類不使用|peanut tree_nut
            ﾀﾏｺﾞ|egg
            いくら|salmon_roe
            鶏もも肉|chicken
            """)
    void whatIsUnderstoodShouldBecomeItsAllergens(String written, String expected) {
        DeclaredRestrictions declared = allergies(written);

        assertThat(declared.unknown()).isEmpty();
        assertThat(codes(declared))
                .containsExactlyElementsOf(Arrays.stream(expected.split(" "))
                        .map(code -> "allergen:" + code)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vegan|vegan
            Vegetarian|vegetarian
            plant-based|vegan
            pescatarian|pescatarian
            no meat|pescatarian
            halal, kosher|halal kosher
            diet:halal|halal
            en:vegan|vegan
            비건|vegan
            채식주의자|vegetarian
            할랄 음식|halal
            고기 안 먹어요|pescatarian
            ヴィーガン|vegan
            菜食主義|vegetarian
            Jain|vegetarian
            자이나교|vegetarian
            ジャイナ教|vegetarian
            ハラール|halal
            """)
    void dietsShouldBeUnderstoodInEachField(String written, String expected) {
        for (String field : List.of("diet", "diets", "restrictions", "dietary_restrictions", "allergy")) {
            DeclaredRestrictions declared = DeclaredRestrictions.of(Map.of(field, written));

            assertThat(declared.unknown()).isEmpty();
            assertThat(codes(declared))
                    .containsExactlyElementsOf(Arrays.stream(expected.split(" "))
                            .map(code -> "diet:" + code)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "none",
                "None.",
                "no",
                "N/A",
                "-",
                "No known allergies",
                "no known food allergies",
                "No allergies",
                "I have no dietary restrictions",
                "no allergies or intolerances",
                "not allergic to anything",
                "NKDA",
                "없음",
                "없어요",
                "알레르기 없음",
                "알레르기는 없습니다",
                "특별한 알레르기 없음",
                "해당 없음",
                "なし",
                "特になし",
                "アレルギーなし",
                "アレルギーはありません",
                "食物アレルギーは特にありません"
            })
    void aStatementThatThereIsNothingShouldBeNothing(String written) {
        assertThat(allergies(written)).isEqualTo(DeclaredRestrictions.NONE);
        assertThat(allergies(List.of(written))).isEqualTo(DeclaredRestrictions.NONE);
        assertThat(DeclaredRestrictions.of(Map.of("dislikes", written))).isEqualTo(DeclaredRestrictions.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strawberry",
                "Eggplant",
                "coconut milk",
                "nightshades",
                "low sodium",
                "butternut squash",
                "마늘",
                "과자",
                "들깨",
                "가지",
                "메론",
                "ココナッツ",
                "離乳食",
                "はと",
                "メロン",
                "lait",
                "🌰",
                "yes"
            })
    void whatIsNotUnderstoodShouldBeKeptAsItWasWritten(String written) {
        assertThat(allergies("  " + written + " ")).isEqualTo(new DeclaredRestrictions(List.of(), List.of(written)));
    }

    @Test
    void whatIsUnderstoodInPartShouldBothBindAndBeKept() {
        DeclaredRestrictions declared =
                allergies(List.of("spicy peanut sauce", "왕새우", "サワークリーム", "vegetarian except fish"));

        assertThat(codes(declared))
                .containsExactly(
                        "allergen:fish", "allergen:milk", "allergen:peanut", "allergen:shrimp", "diet:vegetarian");
        assertThat(declared.unknown())
                .containsExactly("spicy peanut sauce", "왕새우", "サワークリーム", "vegetarian except fish");
    }

    @Test
    void aRemarkOnAnEntryShouldNotBecomeAnEntry() {
        assertThat(allergies("strawberry (severe), egg").unknown()).containsExactly("strawberry");
    }

    static Stream<Object> shapes() {
        return Stream.of(
                "egg, 땅콩, mango",
                "egg/땅콩/mango",
                "egg\n땅콩\nmango",
                "egg and 땅콩 and mango",
                List.of("egg", "땅콩", "mango"),
                List.of("egg, 땅콩", "mango"),
                List.of(List.of("egg"), List.of("땅콩", "mango")),
                List.of(Map.of("name", "egg"), Map.of("name", "땅콩", "severity", "high"), Map.of("name", "mango")),
                List.of(Map.of("name", Map.of("en", "egg", "ko", "계란")), Map.of("name", List.of("땅콩", "mango"))),
                Map.of("egg", true, "땅콩", true, "mango", true, "milk", false),
                Map.of("egg", "severe", "땅콩", 1, "mango", Map.of("level", "high"), "milk", "no", "fish", 0),
                List.of(Map.of("egg", true), Map.of("땅콩", true), Map.of("mango", true)),
                Map.of("name", "egg, 땅콩, mango"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyShapeShouldBeRead(Object shape) {
        DeclaredRestrictions declared = allergies(shape);

        assertThat(codes(declared)).containsExactly("allergen:egg", "allergen:peanut");
        assertThat(declared.unknown()).containsExactly("mango");
    }

    @Test
    void anObjectOfAnotherFormShouldLoseNothing() {
        assertThat(codes(allergies(List.of(Map.of("allergen", "egg"))))).containsExactly("allergen:egg");
        assertThat(codes(allergies(Map.of("food", Map.of("milk", true, "sesame", false)))))
                .containsExactly("allergen:milk");
        assertThat(allergies(List.of(7)).unknown()).containsExactly("7");
    }

    @Test
    void fieldsOfOtherTypesShouldCountAsAbsent() {
        assertThat(DeclaredRestrictions.of(Map.of("allergies", true, "diet", 7, "vegan", List.of(), "extra", "egg")))
                .isEqualTo(DeclaredRestrictions.NONE);
    }

    @Test
    void theFlagsShouldBeReadAtBothLevels() {
        Map<String, Object> flags = Map.of(
                "vegan", true,
                "kosher", false,
                "gluten_free", true,
                "extra", Map.of("halal", true, "lactose_free", true, "vegetarian", true, "allergies", "egg"));

        assertThat(codes(DeclaredRestrictions.of(flags)))
                .containsExactly(
                        "allergen:egg",
                        "allergen:gluten",
                        "allergen:milk",
                        "diet:halal",
                        "diet:vegan",
                        "diet:vegetarian");
    }

    @Test
    void dislikesShouldBeDislikesUnlessTheyNameAnAllergenOrADiet() {
        DeclaredRestrictions declared = DeclaredRestrictions.of(
                Map.of("dislikes", List.of("오이", "cilantro", "mushroom cream soup", "shrimp", "마늘")));

        assertThat(codes(declared))
                .containsExactly(
                        "allergen:shrimp",
                        "dislike:cilantro",
                        "dislike:mushroom cream soup",
                        "dislike:마늘",
                        "dislike:오이");
        assertThat(declared.unknown()).isEmpty();
    }

    @Test
    void otherFieldsShouldNotBeRead() {
        assertThat(DeclaredRestrictions.of(Map.of(
                        "persona", "allergic to eggs",
                        "preference", "vegan",
                        "extra", Map.of("note", "egg", "extra", Map.of("allergies", "egg")))))
                .isEqualTo(DeclaredRestrictions.NONE);
    }

    @Test
    void everyCodeShouldBeUnderstoodAndHaveANameInEachLanguage() {
        for (Allergen allergen : Allergen.values()) {
            Restriction restriction = new Restriction.AvoidedAllergen(allergen);
            assertThat(codes(allergies(allergen.code()))).containsExactly(restriction.code());
            var name = DietaryVocabulary.INSTANCE.name(restriction);
            assertThat(Stream.of(name.ko(), name.en(), name.ja())
                            .flatMap(word -> codes(allergies(word)).stream())
                            .collect(Collectors.toSet()))
                    .as(allergen.code())
                    .containsExactly(restriction.code());
        }
    }
}
