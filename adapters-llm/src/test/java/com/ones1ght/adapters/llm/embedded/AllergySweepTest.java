package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.domain.chat.PipelineSnapshot;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests every dish by name with each allergy: no answer contains the allergen. */
class AllergySweepTest {

    private final FakeStoreCatalog shop = Grocery.open();

    @ParameterizedTest
    @CsvSource({
        "새우, crustacean",
        "갑각류, crustacean",
        "shellfish, mollusc",
        "calamari, mollusc",
        "えび, crustacean",
        "貝, mollusc",
        "계란, egg",
        "卵, egg",
        "egg allergy, egg",
        "우유, milk",
        "乳製品, milk",
        "lactose intolerant, milk",
        "치즈, milk",
        "밀가루, wheat",
        "小麦, wheat",
        "gluten, wheat",
        "대두, soy",
        "大豆, soy",
        "soya, soy",
        "땅콩, peanut",
        "ピーナッツ, peanut",
        "nuts, treenut",
        "견과류, treenut",
        "생선, fish",
        "魚, fish",
        "salmon, fish",
        "참깨, sesame",
        "ごま, sesame",
        "메밀, buckwheat",
        "そば, buckwheat",
        "돼지고기, pork",
        "牛肉, beef"
    })
    void whatAShopperIsAllergicToShouldBeNowhere(String allergy, String allergen) {
        String profile = "{\"extra\": {\"allergies\": [\"" + allergy + "\"]}}";
        for (Dish dish : Cookbook.bundled().dishes()) {
            PipelineSnapshot run = new Ask(shop).as(profile).all(dish.title().ko());

            assertThat(foods(run))
                    .as("%s, asked for %s", allergy, dish.id())
                    .noneMatch(food -> food.contains(allergen));
        }
    }

    private static Stream<Food> foods(PipelineSnapshot run) {
        Foods foods = Cookbook.bundled().foods();
        return Stream.of(
                        run.meal().value().ingredients().stream()
                                .map(ingredient -> ingredient.name().en()),
                        run.shoppingList().value().items().stream().map(line -> line.itemNameEn()),
                        run.upsellSurface().value().items().stream().map(item -> item.itemNameEn()),
                        run.backList().value().recommendations().stream().map(offer -> offer.itemNameEn()))
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .flatMap(name -> foods.find(name).stream());
    }
}
