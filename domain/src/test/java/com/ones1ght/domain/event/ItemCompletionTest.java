package com.ones1ght.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.event.FieldValue.Kind;
import com.ones1ght.domain.shared.NotFoundException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemCompletionTest {

    private static final ItemField BRAND = new ItemField.Other("brand");
    private static final ItemField NOTE = new ItemField.Other("note");
    private static final FieldValue NONE = new FieldValue("null", Kind.NONE);
    private static final TriggeredItem KNOWN = new TriggeredItem(
            "rec-1",
            fields(ProductFact.ITEM_NAME, plain("\"tofu\""), BRAND, NONE, ProductFact.PRICE, plain("980")),
            "why");

    private static FieldValue plain(String written) {
        return new FieldValue(written, Kind.PLAIN);
    }

    private static ItemFields fields(Object... namesAndValues) {
        Map<ItemField, FieldValue> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((ItemField) namesAndValues[i], (FieldValue) namesAndValues[i + 1]);
        }
        return new ItemFields(fields);
    }

    private static ReportedItem reported(Object... namesAndValues) {
        return new ReportedItem("named", fields(namesAndValues));
    }

    @Test
    void absentAndNullFieldsShouldBeFilled() {
        TriggeredItem filled = ItemCompletion.fill(reported(ProductFact.ITEM_NAME, NONE), KNOWN);

        assertThat(filled).isEqualTo(KNOWN);
    }

    @Test
    void fieldsOfTheClientShouldWinInTheirKnownPlace() {
        TriggeredItem filled = ItemCompletion.fill(
                reported(NOTE, plain("1.0"), ProductFact.PRICE, plain("\"free\""), BRAND, plain("\"B\"")), KNOWN);

        assertThat(filled.fields().values())
                .containsExactly(
                        Map.entry(ProductFact.ITEM_NAME, plain("\"tofu\"")),
                        Map.entry(BRAND, plain("\"B\"")),
                        Map.entry(ProductFact.PRICE, plain("\"free\"")),
                        Map.entry(NOTE, plain("1.0")));
    }

    @Test
    void unknownFieldsShouldBeKeptEvenWithoutAValue() {
        TriggeredItem filled = ItemCompletion.fill(reported(NOTE, NONE), KNOWN);

        assertThat(filled.fields().values()).containsEntry(NOTE, NONE);
    }

    @Test
    void nameAndCommentShouldBeTheKnownItems() {
        TriggeredItem filled = ItemCompletion.fill(reported(), KNOWN);

        assertThat(filled.recId()).isEqualTo("rec-1");
        assertThat(filled.analystComment()).isEqualTo("why");
    }

    @ParameterizedTest
    @EnumSource(names = {"ITEM_ID", "ITEM_NAME"})
    void unknownItemShouldBeAcceptedIfTheClientIdentifiesTheProduct(ProductFact fact) {
        ReportedItem described = reported(fact, plain("1"));

        assertThat(ItemCompletion.accept(described, null))
                .isEqualTo(new TriggeredItem("named", described.fields(), null));
        assertThat(ItemCompletion.accept(described, "why").analystComment()).isEqualTo("why");
    }

    @Test
    void unknownItemWithoutAProductShouldNotBeFound() {
        assertThatThrownBy(() -> ItemCompletion.accept(reported(), null)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ItemCompletion.accept(
                        reported(ProductFact.ITEM_ID, NONE, ProductFact.ITEM_NAME_EN, plain("\"tofu\"")), "why"))
                .isInstanceOf(NotFoundException.class);
    }
}
