package com.ones1ght.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({"ko, KO", "en, EN", "ja, JA", "ja-JP, JA", "jp, JA"})
    void knownTagShouldNameItsLanguage(String tag, Language expected) {
        assertThat(Language.ofCode(tag)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "fr", "zh-TW", "korean", "j", "-", "ko-KR", "en-US", "ja_JP", "JA", " en ", "ko\u0000"})
    void unknownTagShouldHaveNoLanguage(String tag) {
        assertThat(Language.ofCode(tag)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void codeShouldBeReadBack(Language language) {
        assertThat(Language.ofCode(language.code())).contains(language);
    }
}
