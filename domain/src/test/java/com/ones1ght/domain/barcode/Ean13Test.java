package com.ones1ght.domain.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ean13Test {

    @ParameterizedTest
    @ValueSource(strings = {"4006381333931", "4902430735063", "0000000000000", "9780201379624"})
    void thirteenDigitsWithTheirCheckDigitShouldBeABarcode(String digits) {
        assertThat(Ean13.parse(digits)).contains(new Ean13(digits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4006381333930",
                "4006381333932",
                "0463813339310",
                "400638133393",
                "04006381333931",
                "400638133393X",
                " 4006381333931",
                "4006381333931\n",
                "４００６３８１３３３９３１",
            })
    void anythingElseShouldBeNone(String text) {
        assertThat(Ean13.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Ean13(text)).hasMessageContaining("barcode");
    }

    @Test
    void noBarcodeShouldBeNone() {
        assertThat(Ean13.parse(null)).isEmpty();
    }

    @Test
    void eachSingleWrongDigitShouldBeNoticed() {
        String digits = "4006381333931";
        for (int i = 0; i < digits.length(); i++) {
            char wrong = digits.charAt(i) == '9' ? '0' : (char) (digits.charAt(i) + 1);
            assertThat(Ean13.parse(digits.substring(0, i) + wrong + digits.substring(i + 1)))
                    .isEmpty();
        }
    }
}
