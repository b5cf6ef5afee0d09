package com.ones1ght.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalizedTextTest {

    @Test
    void completeTextShouldStayAsItIs() {
        assertThat(LocalizedText.completing("두부", "tofu", "豆腐", Language.JA))
                .contains(new LocalizedText("두부", "tofu", "豆腐"));
    }

    @Test
    void textInOneLanguageShouldBeCopiedToTheOthers() {
        assertThat(LocalizedText.completing(null, null, "豆腐", Language.KO)).contains(LocalizedText.same("豆腐"));
    }

    @Test
    void missingLanguageShouldTakeThePreferredOne() {
        assertThat(LocalizedText.completing("두부", "tofu", null, Language.KO))
                .contains(new LocalizedText("두부", "tofu", "두부"));
    }

    @Test
    void missingLanguageShouldTakeEnglishWhereThePreferredIsMissing() {
        assertThat(LocalizedText.completing("두부", "tofu", null, Language.JA))
                .contains(new LocalizedText("두부", "tofu", "tofu"));
    }

    @Test
    void blankTextShouldCountAsMissing() {
        assertThat(LocalizedText.completing("", "tofu", "  ", Language.KO)).contains(LocalizedText.same("tofu"));
        assertThat(LocalizedText.completing("", " ", null, Language.KO)).isEmpty();
    }

    @Test
    void noTextShouldStayNone() {
        assertThat(LocalizedText.completing(null, null, null, Language.KO)).isEmpty();
    }

    @Test
    void textShouldBeReadByLanguage() {
        LocalizedText text = new LocalizedText("두부", "tofu", "豆腐");

        assertThat(text.in(Language.KO)).isEqualTo("두부");
        assertThat(text.in(Language.EN)).isEqualTo("tofu");
        assertThat(text.in(Language.JA)).isEqualTo("豆腐");
    }
}
