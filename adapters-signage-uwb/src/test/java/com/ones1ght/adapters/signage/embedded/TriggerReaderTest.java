package com.ones1ght.adapters.signage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerReaderTest {

    private static List<JsonNode> read(String json) {
        return TriggerReader.elements(JsonFragment.of(json));
    }

    private static ShownProduct item(String fields) {
        return TriggerReader.bargain(read("[{\"item_name\":\"milk\"," + fields + "}]"));
    }

    private static ShownProduct forgotten(String json) {
        return TriggerReader.firstForgotten(read(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "7", "\"[]\"", "true", "[", "", "not json", "[]"})
    void nonArraysShouldHaveNoElements(String json) {
        assertThat(read(json)).isEmpty();
    }

    @Test
    void nullShouldHaveNoElements() {
        assertThat(TriggerReader.elements(null)).isEmpty();
        assertThat(TriggerReader.elements(JsonFragment.ofUtf8(new byte[] {'[', (byte) 0xC3, ']'})))
                .isEmpty();
    }

    @Test
    void highestDiscountShouldWinWhateverItsSize() {
        String json = "[{\"item_name\":\"a\",\"discount_pct\":5},"
                + "{\"item_name\":\"b\",\"discount_pct\":1e400},"
                + "{\"item_name\":\"c\",\"discount_pct\":" + "9".repeat(5_000) + "},"
                + "{\"item_name\":\"d\",\"discount_pct\":99.99}]";

        assertThat(TriggerReader.bargain(read(json)).name().en()).isEqualTo("c");
    }

    @Test
    void ofEqualDiscountsTheFirstShouldWin() {
        assertThat(TriggerReader.bargain(read("[{\"item_name\":\"a\",\"discount_pct\":5},"
                                + "{\"item_name\":\"b\",\"discount_pct\":5.00}]"))
                        .name()
                        .en())
                .isEqualTo("a");
    }

    @Test
    void itemsWithoutADiscountShouldComeLast() {
        assertThat(TriggerReader.bargain(read("[{\"item_name\":\"a\"},{\"item_name\":\"b\",\"discount_pct\":\"90\"},"
                                + "{\"item_name\":\"c\",\"discount_pct\":-3}]"))
                        .name()
                        .en())
                .isEqualTo("c");
        assertThat(TriggerReader.bargain(read("[{\"item_name\":\"a\"},{\"item_name\":\"b\",\"discount_pct\":null}]"))
                        .name()
                        .en())
                .isEqualTo("a");
    }

    @Test
    void malformedItemsShouldCountAsAbsent() {
        List<JsonNode> odd = read("[null,5,\"x\",[],{},{\"item_name\":7},{\"item_name\":\" \"}]");

        assertThat(TriggerReader.bargain(odd)).isNull();
        assertThat(TriggerReader.secondOrElseFirst(odd)).isNull();
        assertThat(TriggerReader.secondOrElseFirst(read("[{\"item_name\":\"a\"},17]"))
                        .name()
                        .en())
                .isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"item_name\":\"히게타 간장\",\"item_name_en\":\"Soy sauce\"}|히게타 간장|Soy sauce|히게타 간장",
                "{\"item_name\":{\"ko\":\"간장\",\"ja\":\"しょうゆ\"}}|간장|간장|しょうゆ",
                "{\"item_name_en\":\"Soy sauce\"}|Soy sauce|Soy sauce|Soy sauce",
                "{\"product\":{\"name\":\"豆腐\"}}|豆腐|豆腐|豆腐",
                "{\"item_name\":{},\"product\":{\"name\":\"豆腐\"},\"item_name_en\":\"Tofu\"}|豆腐|Tofu|豆腐"
            })
    void nameOfAnItemShouldBeFoundInAnyField(String item, String ko, String en, String ja) {
        assertThat(TriggerReader.bargain(read("[" + item + "]")).name()).isEqualTo(new LocalizedText(ko, en, ja));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"reason_detail_marketing\":\"for you\",\"reason_detail\":\"lift 2\"|for you",
                "\"reason_detail_marketing\":null,\"reason_detail\":\"lift 2\"|lift 2",
                "\"reason_detail_marketing\":{},\"reason_detail\":{\"en\":\"lift 2\"}|lift 2",
                "\"reason_detail_marketing\":{\"jp\":\"どうぞ\"}|どうぞ"
            })
    void copyShouldBeTheMarketingTextElseTheDetail(String fields, String copy) {
        assertThat(item(fields).copy().ja()).isEqualTo(copy);
    }

    @Test
    void itemWithoutCopyShouldHaveNone() {
        assertThat(item("\"reason_detail\":5").copy()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"price\":4900,\"price_unit\":\"₩\"|4900|₩",
                "\"price\":4900,\"price_unit\":\"₩\",\"price_yen\":5|4900|₩",
                "\"price_yen\":398|398|¥",
                "\"price\":\"4900\",\"price_unit\":\"₩\",\"price_yen\":398|398|¥",
                "\"price\":null,\"price_yen\":398,\"product\":{\"price\":1,\"price_unit\":\"$\"}|398|¥",
                "\"product\":{\"price\":7.5,\"price_unit\":\"$\"}|7.50|$",
                "\"price\":12,\"product\":{\"price\":7.5,\"price_unit\":\"$\"}|12|$"
            })
    void priceShouldHaveItsUnit(String fields, BigDecimal amount, String unit) {
        Price price = item(fields).price();

        assertThat(price.amount()).isEqualByComparingTo(amount);
        assertThat(price.unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"price\":12",
                "\"price\":-1,\"price_unit\":\"₩\"",
                "\"price\":1e400,\"price_unit\":\"₩\"",
                "\"price\":1e-400,\"price_unit\":\" \"",
                "\"price\":{},\"price_unit\":\"₩\"",
                "\"price\":1000000000000,\"price_unit\":\"₩\""
            })
    void invalidPriceShouldBeOmitted(String fields) {
        assertThat(item(fields).price()).isNull();
    }

    @Test
    void tinyPriceShouldBeRoundedToZero() {
        assertThat(item("\"price\":1e-400,\"price_unit\":\"₩\"").price().amount())
                .isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "100.01", "1e30", "\"5\"", "null"})
    void invalidDiscountShouldBeOmitted(String discount) {
        assertThat(item("\"discount_pct\":" + discount).discountPct()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"name\":\"양파\",\"item_name\":\"x\"}]|양파",
                "[{\"name\":7,\"item_name\":\"양파\"}]|양파",
                "[{\"name\":{\"ko\":\"양파\",\"en\":\"Onion\"}}]|양파",
                "[{\"name\":{\"fr\":\"oignon\"},\"item_name\":{\"ko\":\"양파\"}}]|양파",
                "[{\"product\":{\"name\":{\"ko\":\"양파\"}},\"quantity\":1}]|양파"
            })
    void nameOfAForgottenItemShouldBeTheFirstAvailable(String json, String ko) {
        assertThat(forgotten(json).name().ko()).isEqualTo(ko);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[null,{\"name\":\"양파\"}]",
                "[{\"any\":\"shape\",\"is\":\"fine\"},{\"name\":\"양파\"}]",
                "[\"양파\"]",
                "[{\"name\":[\"양파\"],\"product\":\"양파\"}]",
                "[{\"name\":\"\\u200b \\n\"}]"
            })
    void forgottenItemWithoutANameShouldBeHidden(String json) {
        assertThat(forgotten(json)).isNull();
    }

    @Test
    void textsShouldBeOneSanitisedLineOfLimitedLength() {
        assertThat(item("\"brand\":\" a\\u0000\\n\\t b\\u202e c\\ud800 \"").brand())
                .isEqualTo("a b c");
        String cut = item("\"brand\":\"" + "長".repeat(400) + "\"").brand();
        assertThat(cut).hasSize(301).endsWith("長…");
    }

    @Test
    void markupShouldRemainText() {
        assertThat(item("\"brand\":\"<img src=x onerror=alert(1)>\"").brand())
                .isEqualTo("<img src=x onerror=alert(1)>");
    }

    @Test
    void pictureAndSectionShouldComeFromTheProduct() {
        ShownProduct shown =
                item("\"product\":{\"src_url\":\"/a.png\",\"section_code\":\"PR\",\"brand\":\"Sunfield\"}");

        assertThat(shown.picture()).isEqualTo("/a.png");
        assertThat(shown.section()).isEqualTo("PR");
        assertThat(shown.brand()).isEqualTo("Sunfield");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "[{\"product\":{\"name\":\"양파 1.5kg\"}}]|KO",
                "[{\"product\":{\"name\":\"玉ねぎ\"},\"item_name\":\"양파\"}]|JA",
                "[{\"product\":{\"name\":\"豆腐\"}}]|JA",
                "[{\"product\":{\"name\":\"Onions\"}}]|EN",
                "[{\"item_name\":\"De Cecco\"},{\"item_name\":\"스파게티니\"}]|KO",
                "[{\"item_name\":\"De Cecco\"}]|-",
                "[{\"product\":{\"name\":\"7-11\"}}]|-",
                "[]|-"
            })
    void languageShouldBeDetectedByProductNames(String items, Language language) {
        assertThat(TriggerReader.language(read(items), List.of())).isEqualTo(language);
        assertThat(TriggerReader.language(List.of(), read(items))).isEqualTo(language);
    }
}
