package com.ones1ght.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SectionOrderTest {

    @Test
    void sectionsShouldComeInWalkingOrder() {
        List<@Nullable String> codes =
                new ArrayList<>(List.of("PR", "DL", "BK", "AL", "DY", "PA", "MT", "FI", "FR", "EC"));
        Collections.shuffle(codes, new Random(42));

        assertThat(walked(codes)).containsExactly("PR", "DL", "BK", "AL", "DY", "PA", "MT", "FI", "FR", "EC");
    }

    @Test
    void codesInOnePairOfBracketsShouldShareAPlaceAndKeepTheirOrder() {
        assertThat(walked(List.of("SN", "BK", "SW", "BK", "PR"))).containsExactly("PR", "SN", "BK", "SW", "BK");
        assertThat(walked(List.of("DR", "DY", "DR", "AL"))).containsExactly("AL", "DR", "DY", "DR");
    }

    @Test
    void unknownCodesShouldShareTheLastPlaceAndKeepTheirOrder() {
        assertThat(walked(Arrays.asList("CK", null, "HH", "pr", "FR", "EC")))
                .containsExactly("FR", "CK", null, "HH", "pr", "EC");
    }

    @Test
    void itemsOfOneSectionShouldKeepTheirOrder() {
        List<TodoItem> items = List.of(
                new TodoItem(1, Products.inSection(3, "MT")),
                new TodoItem(1, Products.inSection(1, "MT")),
                new TodoItem(1, Products.inSection(2, "MT")));

        assertThat(SectionOrder.inWalkingOrder(items)).isEqualTo(items);
    }

    private static List<@Nullable String> walked(List<@Nullable String> codes) {
        List<TodoItem> items = new ArrayList<>();
        for (String code : codes) {
            items.add(new TodoItem(1, Products.inSection(items.size() + 1, code)));
        }
        List<@Nullable String> walked = new ArrayList<>();
        SectionOrder.inWalkingOrder(items)
                .forEach(item -> walked.add(item.product().sectionCode()));
        return walked;
    }
}
