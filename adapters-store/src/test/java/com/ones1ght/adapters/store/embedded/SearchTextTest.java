package com.ones1ght.adapters.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource({
        "Onions, onion",
        "tomatoes, tomato",
        "cherries, cherry",
        "cookies, cookie",
        "peaches, peach",
        "radishes, radish",
        "bay leaves, bay leaf",
        "Crème, creme",
        "ＴＯＦＵ, tofu",
        "ﾆﾝｼﾞﾝ, にんじん",
        "extra-virgin olive oil, Extra virgin  Olive Oil",
        "돼지 목살, 돼지목살"
    })
    void spellingVariantsShouldBeEqual(String one, String other) {
        assertThat(SearchText.of(one).compact()).isEqualTo(SearchText.of(other).compact());
    }

    @ParameterizedTest
    @CsvSource({"asparagus", "hummus", "swiss", "gas", "がぎぐ", "김치"})
    void wordsThatOnlyLookLikePluralsShouldBeUnchanged(String word) {
        assertThat(SearchText.of(word).compact()).isEqualTo(word);
    }

    @Test
    void punctuationAloneShouldBeEmpty() {
        assertThat(SearchText.of(" - & ()　").isEmpty()).isTrue();
    }
}
