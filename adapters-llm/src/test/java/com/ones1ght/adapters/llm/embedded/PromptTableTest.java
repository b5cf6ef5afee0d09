package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.domain.shared.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Conversations and the dish that should stand at their end. Prompts are separated by {@code /}; a dish is
 * given by its id or by {@code #} and a tag or {@code +} and an ingredient it must have; {@code -} and an
 * ingredient, family or tag is what it must not have.
 */
class PromptTableTest {

    private final FakeStoreCatalog shop = Grocery.open();

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
        오늘 저녁 뭐 먹지?                          | #dinner
        김치찌개 끓여줘                             | kimchi-jjigae
        얼큰한 국물 요리 추천해줘                   | #spicy #soup
        안 매운 국물 요리                           | #mild #soup
        아이랑 같이 먹을 저녁                       | #kids -spicy
        두부로 뭐 해먹을까?                         | +tofu-kind
        비건 요리 추천                              | -meat -egg -dairy -seafood
        새우 알레르기가 있는데 양식 추천해줘        | #western -crustacean
        빨리 만들 수 있는 한식                      | #korean #quick
        돼지고기랑 소고기 빼고 볶음 요리            | #stir-fry -pork -beef
        고등어 말고 다른 생선 구이                  | +fish -mackerel
        김치찌개 / 돼지고기 빼고                    | kimchi-jjigae -pork
        돈가스 / 돼지고기 말고 다른 거              | -pork
        제육볶음 / 4인분으로                        | jeyuk-bokkeum
        불고기 / 와인 추가                          | bulgogi +wine
        불고기 / 와인 추가 / 와인 말고 다른거       | bulgogi -wine +alcohol
        매운 거 먹고 싶어 / 매운 거 말고            | #mild -spicy
        돼지고기 빼고 저녁 추천 / 오늘은 파스타     | #pasta -pork
        된장찌개 / 두부는 싫어                      | -tofu-kind
        배고파 죽겠다 여러 가지 다 싫고 면 요리     | #noodles -eggplant
        What should I cook for dinner?              | #dinner
        carbonara please                            | carbonara
        something with chicken but not spicy        | +chicken -spicy
        no pork, beef or shrimp, something hearty   | #hearty -pork -beef -crustacean
        a vegetarian soup                           | #soup -meat -seafood
        gluten-free dinner                          | -wheat
        quick pasta without garlic                  | #pasta -garlic
        I'm allergic to peanuts and eggs, any ideas | -egg -peanut
        steak for 2 / no beef                       | -beef
        bulgogi / no beef                           | bulgogi -beef
        pizza / add wine                            | margherita-pizza +wine
        tacos / something else                      | #dinner
        mushroom risotto / I don't like mushrooms   | -mushroom
        roast chicken / make it vegan               | -meat -egg -dairy
        curry with shrimp                           | #curry
        asdf qwerty zxcv                            | #dinner
        今夜のおかず何がいい?                      | #with-rice
        親子丼が食べたい                            | oyakodon
        辛くないカレー                              | #curry -spicy
        豚肉抜きで鍋                                | #hotpot -pork
        ぶた肉は苦手なので、魚料理で                | +fish -pork
        時短でできる和食                            | #japanese #quick
        ヴィーガンの料理を教えて                    | -meat -egg -dairy -seafood
        子どもが喜ぶ洋食                            | #western #kids
        えびと卵は食べられません。おすすめは？      | -crustacean -egg
        お好み焼き / 豚肉抜きで                     | okonomiyaki -pork
        すき焼き / ワイン追加                       | sukiyaki +wine
        すき焼き / ワイン追加 / ワイン以外のおすすめは? | sukiyaki -wine
        ラーメン / 4人分で                          | shoyu-ramen
        とんかつ / 何か違うものがいい               | #dinner
        豚の生姜焼き / ポークはなしで               | pork-ginger -pork
        今夜はいかがですか、静かに食べたい          | -squid -crab
        ＰＡＳＴＡ                                  | #pasta
        """)
    void aConversationShouldEndWithAFittingDish(String conversation, String expectation) {
        Ask ask = new Ask(shop).in(Language.EN);
        List<String> prompts =
                Arrays.stream(conversation.split(" / ")).map(String::strip).toList();
        String first = "";
        String id = "";
        for (String prompt : prompts) {
            id = ask.dish(prompt);
            first = first.isEmpty() ? id : first;
        }
        Dish dish = Cookbook.bundled().dish(id).orElseThrow();
        Set<Food> foods = ask.lastFoods();
        for (String expected : expectation.strip().split(" ")) {
            check(expected, dish, foods);
        }
        String last = prompts.get(prompts.size() - 1);
        if (last.contains("else") || last.contains("違う")) {
            assertThat(id).isNotEqualTo(first);
        }
    }

    private static void check(String expected, Dish dish, Set<Food> foods) {
        String what = expected.substring(1);
        switch (expected.charAt(0)) {
            case '#' -> assertThat(dish.tags()).as(dish.id()).contains(what);
            case '+' -> assertThat(foods).as(dish.id()).anyMatch(food -> food.is(what));
            case '-' -> {
                assertThat(foods).as(dish.id()).noneMatch(food -> food.is(what));
                assertThat(dish.tags()).as(dish.id()).doesNotContain(what);
            }
            default -> assertThat(dish.id()).isEqualTo(expected);
        }
    }
}
