package com.ones1ght.adapters.persistence.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.profile.port.ProfileDocuments;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.StoreId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonProfileDocumentsTest {

    private static final ProfileFacts NO_FACTS =
            new ProfileFacts(null, null, null, null, null, null, null, DeclaredRestrictions.NONE);

    private final ProfileDocuments documents = new JacksonProfileDocuments();

    private ProfileFacts facts(String json) {
        return documents.facts(new ProfileDocument(json));
    }

    private String merged(String base, String changes) {
        return documents
                .merge(new ProfileDocument(base), new ProfileDocument(changes))
                .json();
    }

    @Test
    void allFactsShouldBeRead() {
        ProfileFacts facts = facts("""
                {"name": "佐藤\\u82b1子", "gender": "F", "age": 32, "locale": "ja-JP", "persona": "a \\"b\\"",
                 "store_id": "store-7", "extra": "辛いもの好き", "preference": "curry"}""");

        assertThat(facts)
                .isEqualTo(new ProfileFacts(
                        "佐藤花子",
                        "F",
                        32L,
                        Language.JA,
                        "a \"b\"",
                        new StoreId("store-7"),
                        "{\"extra\":\"辛いもの好き\",\"preference\":\"curry\"}",
                        DeclaredRestrictions.NONE));
    }

    @Test
    void restrictionsShouldBeReadInEveryShapeOfJson() {
        assertThat(facts("""
                        {"allergies": ["egg", {"name": "땅콩", "severity": 3}, null, 7, true, ["milk"]],
                         "diet": {"halal": true, "kosher": false, "vegan": null, "x": 1e999},
                         "gluten_free": true, "dislikes": "오이", "extra": {"allergy": "そば"}}""").restrictions())
                .hasToString("DeclaredRestrictions[restrictions=[allergen:buckwheat, allergen:egg, allergen:gluten,"
                        + " allergen:milk, allergen:peanut, diet:halal, dislike:오이], unknown=[7, x]]");
        assertThat(facts("{\"allergies\": 5, \"diet\": true, \"extra\": \"egg\", \"vegan\": 1}")
                        .restrictions())
                .isEqualTo(DeclaredRestrictions.NONE);
    }

    @Test
    void emptyProfileShouldHaveNoFacts() {
        assertThat(facts("{}")).isEqualTo(NO_FACTS);
        assertThat(facts("{ \n }")).isEqualTo(NO_FACTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":1,\"gender\":true,\"age\":\"32\",\"locale\":[\"ja\"],\"persona\":{},\"store_id\":7}",
                "{\"name\":null,\"gender\":null,\"age\":null,\"locale\":null,\"persona\":null,\"store_id\":null}",
                "{\"name\":\" \",\"gender\":\"\",\"age\":32.0,\"locale\":\"fr\",\"persona\":\"\\t\",\"store_id\":\" \"}",
                "{\"age\":3e1}",
                "{\"age\":99999999999999999999}"
            })
    void blankAndMistypedFieldsShouldCountAsAbsent(String json) {
        assertThat(facts(json)).isEqualTo(NO_FACTS);
    }

    @Test
    void overlongStoreIdShouldCountAsAbsent() {
        assertThat(facts("{\"store_id\":\"" + "x".repeat(100) + "\"}").store()).isNotNull();
        assertThat(facts("{\"store_id\":\"" + "x".repeat(101) + "\"}").store()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"ko,KO", "en,EN", "ja,JA", "jp,JA", "ja-JP,JA"})
    void languageShouldBeReadFromItsTag(String tag, Language language) {
        assertThat(facts("{\"locale\":\"" + tag + "\"}").locale()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KO", "en_US", "fr", " ja"})
    void unknownLanguageTagShouldCountAsAbsent(String tag) {
        assertThat(facts("{\"locale\":\"" + tag + "\"}").locale()).isNull();
    }

    @Test
    void additionalFieldsShouldBeCompactedOnly() {
        String json =
                "{ \"b\" : [ 1.0 , 1e5, -0 , 0.10 ] , \"name\" : \"x\",\n\"a\":{ \"z\" : \"  a \\\" b \" , \"y\" :\ttrue },"
                        + " \"\\u0061b\" : null }";

        assertThat(facts(json).additional())
                .isEqualTo("{\"b\":[1.0,1e5,-0,0.10],\"a\":{\"z\":\"  a \\\" b \",\"y\":true},\"ab\":null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\\u8f9b\\u3044         | 辛い",
                "\\uD83C\\uDF5C a       | 🍜 a",
                "\\u0061\\/b            | a/b",
                "\\u0022 \\u005C        | \\\" \\\\",
                "\\\\u8f9b              | \\\\u8f9b",
                "\\\\\\u8f9b            | \\\\辛",
                "\\n\\t\\b\\\"           | \\n\\t\\b\\\"",
                "\\u0000\\u001f         | \\u0000\\u001f",
                "\\ud83c x             | \\ud83c x",
                "\\udf5c\\ud83c         | \\udf5c\\ud83c"
            })
    void escapesShouldBecomeCharactersForTheModel(String sent, String received) {
        String json = "{\"extra\":{\"" + sent + "\":[\"" + sent + "\"]}}";

        assertThat(facts(json).additional()).isEqualTo("{\"extra\":{\"" + received + "\":[\"" + received + "\"]}}");
    }

    @Test
    void escapedNameShouldEqualItsPlainForm() {
        assertThat(facts("{\"n\\u0061me\":\"x\"}").name()).isEqualTo("x");
        assertThat(merged("{\"n\\u0061me\":1}", "{\"name\":2}")).isEqualTo("{\"name\":2}");
    }

    @Test
    void mergeShouldReplaceInPlaceAndAppend() {
        assertThat(merged("{\"a\":1,\"b\":2,\"c\":3}", "{\"d\":4,\"b\":null}"))
                .isEqualTo("{\"a\":1,\"b\":null,\"c\":3,\"d\":4}");
    }

    @Test
    void unmergedValuesShouldStayVerbatim() {
        String base =
                "{\"n\":-0,\"m\":1.0,\"k\":1E+05 , \"s\":\"\\u00e9\\/🍜\" ,\"o\" : { \"b\" : [ 1, {} ], \"a\":\"}\\\"\" },"
                        + "\"t\":true ,\"z\":null}";

        assertThat(merged(base, "{\"x\": [ 1.50 ] }"))
                .isEqualTo(
                        "{\"n\":-0,\"m\":1.0,\"k\":1E+05,\"s\":\"\\u00e9\\/🍜\",\"o\":{ \"b\" : [ 1, {} ], \"a\":\"}\\\"\" },"
                                + "\"t\":true,\"z\":null,\"x\":[ 1.50 ]}");
    }

    @Test
    void mergeShouldBeShallow() {
        assertThat(merged("{\"o\":{\"a\":1}}", "{\"o\":{\"b\":2}}")).isEqualTo("{\"o\":{\"b\":2}}");
    }

    @Test
    void mergeWithEmptyShouldChangeNothing() {
        assertThat(merged("{}", "{}")).isEqualTo("{}");
        assertThat(merged("{}", "{\"a\":1}")).isEqualTo("{\"a\":1}");
        assertThat(merged("{\"a\":1}", "{}")).isEqualTo("{\"a\":1}");
    }

    @Test
    void largeProfileShouldBeRead() {
        String large = "x".repeat(60_000);

        assertThat(merged("{\"a\":\"" + large + "\"}", "{\"b\":" + "[".repeat(90) + "]".repeat(90) + "}"))
                .hasSize(60_000 + 8 + 185);
    }
}
