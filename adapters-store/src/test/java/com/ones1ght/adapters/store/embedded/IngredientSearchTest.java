package com.ones1ght.adapters.store.embedded;

import static com.ones1ght.adapters.store.embedded.EmbeddedStore.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ingredients of the three cuisines are on sale, under the names that a cookbook uses. */
class IngredientSearchTest {

    private static final EmbeddedStore STORE = new EmbeddedStore();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gochujang, doenjang, ssamjang, gochugaru, kimchi, rice cake, glass noodles, perilla leaf, kelp",
                "dried anchovy, bean sprout, zucchini, napa cabbage, pork belly, beef for bulgogi, chicken for stew",
                "tofu, soft tofu, egg, seaweed, nori, sesame oil, fish sauce, salted shrimp, soup soy sauce, fish cake",
                "beef short ribs, beef brisket, jujube, ginseng, glutinous rice, crown daisy, water dropwort, bracken"
            })
    void koreanIngredientsShouldBeFound(String ingredients) {
        assertAllFound(ingredients);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mirin, sake, dashi, miso, curry roux, panko, udon noodles, soba, ramen noodles, shirataki, burdock",
                "shiitake, enoki, daikon, salmon, mackerel, natto, konjac, fried tofu, lotus root, bonito flakes, ponzu",
                "wasabi, pickled ginger, tonkatsu sauce, pork loin, yellowtail, chicken thigh, umeboshi, kabocha, eel"
            })
    void japaneseIngredientsShouldBeFound(String ingredients) {
        assertAllFound(ingredients);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spaghetti, penne, lasagna sheets, olive oil, canned tomatoes, butter, cream, parmesan, mozzarella",
                "bacon, minced beef, chicken breast, shrimp, basil, thyme, rosemary, garlic, onion, carrot, celery",
                "potatoes, mushrooms, red wine, white wine, bread, tortillas, beans, chickpeas, lentils, coconut milk",
                "curry powder, cumin, feta, beef steak, lamb, mussels, capers, bay leaf, dijon mustard, flour, sugar"
            })
    void westernIngredientsShouldBeFound(String ingredients) {
        assertAllFound(ingredients);
    }

    private static void assertAllFound(String ingredients) {
        assertThat(ingredients.split(", ")).allSatisfy(ingredient -> assertThat(STORE.search(MAIN, ingredient, 1))
                .as(ingredient)
                .hasSize(1));
    }
}
