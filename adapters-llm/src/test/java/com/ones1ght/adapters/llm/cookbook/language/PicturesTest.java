package com.ones1ght.adapters.llm.cookbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest {

    private final Pictures pictures = Pictures.bundled();

    /** Tableware, and foods of nothing in particular. */
    private static final String NO_FOODS = "🍴🍽🥠🥡🥢🧉🧊🫗🫙🫚🫛";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    🍺に合うおつまみ         | ビールに合うおつまみ
                    치킨이랑 🍺            | 치킨이랑 맥주
                    🍗이랑 먹을 거         | 닭고기이랑 먹을 거
                    I fancy 🍜🔥 tonight  | I fancy noodles, spicy  tonight
                    🥜❌                  | no peanut
                    🚫🥛🥚                | no milk, no egg
                    🥜 ❌                 | no peanut
                    ❌ 🥜                 | no peanut
                    🍝 ❌🦐               | spaghetti, no shrimp
                    tree nuts ❌          | tree nuts-free
                    ❌ nuts ❌ eggs       | no nuts  no eggs
                    卵❌の夕飯             | 卵抜き の夕飯
                    치즈 ❌               | 치즈 빼고
                    👍🏽 👨‍👩‍👧‍👦            | ,
                    """)
    void readsPicturesInTheLanguageAroundThem(String drawn, String worded) {
        assertThat(pictures.worded(drawn).strip()).isEqualTo(worded);
    }

    @Test
    void leavesTextsWithoutPicturesAlone() {
        assertThat(pictures.worded("두부, 卵 & café")).isEqualTo("두부, 卵 & café");
    }

    /** Foods have blocks of their own in Unicode; what is not read there would be lost, or worse, asked for though refused. */
    @Test
    void knowsAllFoodsOfUnicode() {
        List<String> unread = Stream.of(
                        IntStream.rangeClosed(0x1F32D, 0x1F32F),
                        IntStream.rangeClosed(0x1F344, 0x1F37F),
                        IntStream.rangeClosed(0x1F950, 0x1F96F),
                        IntStream.rangeClosed(0x1F9C0, 0x1F9CB),
                        IntStream.rangeClosed(0x1FAD0, 0x1FADB))
                .flatMapToInt(range -> range)
                .filter(Character::isDefined)
                .mapToObj(Character::toString)
                .filter(picture -> !NO_FOODS.contains(picture))
                .filter(picture -> pictures.worded(picture).isBlank()
                        || pictures.worded(picture).strip().equals(","))
                .toList();

        assertThat(unread).isEmpty();
    }
}
