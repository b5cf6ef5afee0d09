package com.ones1ght.adapters.llm.cookbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Common foods in the ways to say that they are there, and that they are not. */
class SuppliesSweepTest {

    private static final List<List<String>> THERE = List.of(
            List.of(
                    "%s 있어요",
                    "%s 남았어",
                    "%s 처리하고 싶어",
                    "냉장고에 %s 있는데 뭐 해먹지",
                    "집에 %s만 있어요",
                    "%s 남은 거 있어",
                    "%s 소진해야 해",
                    "%s 유통기한 임박",
                    "%s밖에 없어",
                    "남은 %s",
                    "%s 너무 많아요",
                    "%s 얻어왔어요",
                    "%s로 뭐 해먹지",
                    "집에 있는 %s로",
                    "%s 써야 하는데",
                    "%s 털이",
                    "%s 사놨는데 뭐 하지",
                    "%s 활용 요리"),
            List.of(
                    "I have %s",
                    "%s in the fridge",
                    "leftover %s",
                    "%s to use up",
                    "there's %s in the freezer",
                    "all I have is %s",
                    "only %s in the house",
                    "what can I make with %s",
                    "I bought too much %s",
                    "I want to use my %s",
                    "%s needs eating today",
                    "we've still got %s",
                    "I was given %s",
                    "fridge: %s"),
            List.of(
                    "%sがある",
                    "%sが余ってる",
                    "%sを使い切りたい",
                    "%sあります",
                    "%sしかない",
                    "余った%sで",
                    "%s消費レシピ",
                    "残りの%sで何か",
                    "%sがたくさんある",
                    "%sをもらった",
                    "%sの賞味期限が近い",
                    "%sで何作れる？",
                    "%sが半端に残った",
                    "%sがちょっとだけ余ってる",
                    "%sだけある"));

    private static final List<List<String>> GONE = List.of(
            List.of("%s 없어요", "%s가 다 떨어졌어", "%s 다 썼어", "집에 %s가 없어", "%s 안 남았어", "%s 깜빡하고 안 샀어", "%s 빼먹고 안 사왔어"),
            List.of(
                    "we're out of %s",
                    "no %s left",
                    "I don't have any %s",
                    "ran out of %s",
                    "I forgot to buy %s",
                    "no %s in the house",
                    "we've used up all the %s",
                    "just finished the last of the %s"),
            List.of("%sがない", "%sを切らしてる", "%sがありません", "%sなくなった", "%s買い忘れた", "%sを使い切っちゃった", "家に%sがない"));

    private final PromptReader reader = new PromptReader(Cookbook.bundled(), LanguageAnalyzer.bundled());

    @ParameterizedTest
    @CsvSource({
        "tofu-kind, 두부, tofu, 豆腐",
        "onion, 양파, onions, 玉ねぎ",
        "potato-kind, 감자, potatoes, じゃがいも",
        "egg, 계란, eggs, 卵",
        "cabbage, 양배추, cabbage, キャベツ",
        "spinach, 시금치, spinach, ほうれん草",
        "mushroom, 버섯, mushrooms, きのこ",
        "kimchi, 김치, kimchi, キムチ",
        "canned tuna, 참치캔, canned tuna, ツナ缶",
        "pork, 돼지고기, pork, 豚肉",
        "salmon, 연어, salmon, 鮭",
        "shrimp-kind, 새우, shrimp, えび",
        "milk, 우유, milk, 牛乳",
        "cheese-kind, 치즈, cheese, チーズ"
    })
    void whatIsThereShouldBeToldFromWhatIsNot(String food, String korean, String english, String japanese) {
        List<String> names = List.of(korean, english, japanese);
        List<String> faults = new ArrayList<>();
        for (int language = 0; language < names.size(); language++) {
            for (String sentence : THERE.get(language)) {
                String text = sentence.formatted(names.get(language));
                if (!reader.read(text).atHand().foods().contains(food)) {
                    faults.add(text);
                }
            }
            for (String sentence : GONE.get(language)) {
                String text = sentence.formatted(names.get(language));
                if (reader.read(text).atHand().foods().contains(food)) {
                    faults.add(text);
                }
            }
        }
        assertThat(faults).isEmpty();
    }
}
