package com.ones1ght.adapters.llm.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KoreanParticlesTest {

    @ParameterizedTest
    @CsvSource({
        "두부을(를), 두부를",
        "김을(를), 김을",
        "쌀으로(로), 쌀로",
        "면으로(로), 면으로",
        "닭과(와) 무이(가), 닭과 무가",
        "tofu은(는), tofu는",
        "고구마 1kg과(와), 고구마 1kg과",
        "두부 300g을(를), 두부 300g을",
        "우유 1L과(와), 우유 1L와",
        "우유 500ml은(는), 우유 500ml는",
        "토마토(3개)이(가), 토마토(3개)가",
        "라면 3으로(로), 라면 3으로",
        "1000g으로(로), 1000g으로",
        "콜라 1.8이(가), 콜라 1.8이",
        "egg이(가), egg가",
        "(과(와), (와"
    })
    void koreanParticlesShouldFollowTheSound(String text, String expected) {
        assertThat(KoreanParticles.resolve(text)).isEqualTo(expected);
    }
}
