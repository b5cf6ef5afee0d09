package com.ones1ght.adapters.llm.cookbook.meal;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Measure;
import com.ones1ght.domain.shared.Language;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a recipe has no place for is measured out and cooked, not only bought. */
class AddedFoodsTest {

    @ParameterizedTest
    @CsvSource({"green pea, 3, 150, G", "egg, 2, 2, PIECE", "glass noodle, 3, 90, G", "red wine, 4, 1, BOTTLE"})
    void whatIsAddedShouldBeMeasuredByThePeople(String food, int servings, BigDecimal quantity, Measure measure) {
        assertThat(AddedFoods.amount(food(food), servings)).isEqualTo(new Amount(quantity, measure));
    }

    @ParameterizedTest
    @CsvSource({
        "miyeokguk, oyster, EN, 'While the pot simmers, add oysters too and cook through.'",
        "carbonara, green pea, EN, Cook peas through in a pan of its own and add to the dish.",
        "bulgogi, glass noodle, KO, 당면은 불리거나 삶아서 더한다.",
        "beef-curry, cheddar cheese, JA, チェダーチーズをのせて出す。"
    })
    void theRecipeShouldTellWhatToDoWithIt(String dish, String food, Language language, String step) {
        assertThat(AddedFoods.steps(dish(dish), List.of(food(food)), language)).containsExactly(step);
    }

    @Test
    void whatIsServedBesideTheDishShouldTakeNoStep() {
        assertThat(AddedFoods.steps(dish("bulgogi"), List.of(food("lager beer")), Language.EN))
                .isEmpty();
    }

    private static Dish dish(String id) {
        return Cookbook.bundled().dish(id).orElseThrow();
    }

    private static Food food(String key) {
        return Cookbook.bundled().foods().get(key);
    }
}
