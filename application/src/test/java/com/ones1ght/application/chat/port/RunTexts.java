package com.ones1ght.application.chat.port;

import com.ones1ght.application.shared.port.Scripts;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.shared.Language;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the texts of a finished run against the language that was asked for. */
public final class RunTexts {

    private final Language language;

    public RunTexts(Language language) {
        this.language = language;
    }

    /** @throws AssertionError when a text is in another language */
    public void check(PipelineSnapshot end) {
        check(Objects.requireNonNull(end.meal()).value());
        Objects.requireNonNull(end.shoppingList()).value().items().forEach(this::check);
        Objects.requireNonNull(end.upsellSurface()).value().items().forEach(this::check);
        Objects.requireNonNull(end.backList()).value().recommendations().forEach(this::check);
    }

    /** A dish may keep its foreign name if something is said about it. */
    private void check(Meal meal) {
        String said = Stream.of(
                        meal.introMessage(), meal.recipeDescription(), meal.recommendationMessage(), meal.notes())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        if (said.isBlank()) {
            Scripts.requireSentences("The meal's recipeTitle", meal.recipeTitle(), language);
        } else {
            Scripts.requireSentences("What is said about the meal", said, language);
        }
        for (Ingredient ingredient : meal.ingredients()) {
            Scripts.requireAllThree("An ingredient's name", ingredient.name());
            Scripts.requireAllThree("An ingredient's quantityUnit", ingredient.quantityUnit());
        }
    }

    private void check(ShoppingLine line) {
        Scripts.requireName("The shopping list's itemName", line.itemName(), language);
        Scripts.requireName("The shopping list's itemNameEn", line.itemNameEn(), Language.EN);
        Scripts.requireName("The shopping list's zoneName", line.zoneName(), language);
    }

    private void check(UpsellItem item) {
        Scripts.requireName("The upsell surface's itemName", item.itemName(), language);
        Scripts.requireName("The upsell surface's itemNameEn", item.itemNameEn(), Language.EN);
        Scripts.requireAllThree("The upsell surface's reasonDetail", item.reasonDetail());
        Scripts.requireAllThree("The upsell surface's reasonDetailMarketing", item.reasonDetailMarketing());
    }

    private void check(BackRecommendation offer) {
        Scripts.requireName("The back list's itemName", offer.itemName(), language);
        Scripts.requireName("The back list's itemNameEn", offer.itemNameEn(), Language.EN);
        Scripts.requireName("The back list's zoneName", offer.zoneName(), language);
        Scripts.requireAllThree("The back list's reasonDetail", offer.reasonDetail());
        Scripts.requireAllThree("The back list's reasonDetailMarketing", offer.reasonDetailMarketing());
    }
}
