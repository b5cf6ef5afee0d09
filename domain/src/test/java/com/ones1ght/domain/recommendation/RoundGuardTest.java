package com.ones1ght.domain.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.dietary.DietaryReport;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.store.ProductId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundGuardTest {

    private static final DeclaredRestrictions DECLARED =
            DeclaredRestrictions.of(Map.of("allergies", "egg, mango", "dislikes", "오이"));
    private static final Restriction NO_EGG = Restriction.ofCode("allergen:egg").orElseThrow();
    private static final Restriction NO_MILK =
            Restriction.ofCode("allergen:milk").orElseThrow();

    private static WithheldItem aWithheldItem() {
        return new WithheldItem(
                GuardedList.RECOMMENDED_ITEMS, new ProductId(7), "rec-7", "up-7", "Mayonnaise", List.of(NO_EGG));
    }

    @Test
    void itShouldStartWithWhatIsDeclared() {
        RoundGuard guard = RoundGuard.of(DECLARED);

        assertThat(guard.restrictions()).containsExactly(NO_EGG, new Restriction.Dislike("오이"));
        assertThat(guard.unknown()).containsExactly("mango");
        assertThat(guard.isEmpty()).isFalse();
        assertThat(RoundGuard.of(DeclaredRestrictions.NONE)).isEqualTo(RoundGuard.NONE);
        assertThat(RoundGuard.NONE.isEmpty()).isTrue();
    }

    @Test
    void whatTheBackendReportsShouldJoinWhatIsDeclared() {
        RoundGuard guard =
                RoundGuard.of(DECLARED).with(new DietaryReport(List.of(NO_MILK, NO_EGG), List.of("low salt")));

        assertThat(guard.restrictions()).containsExactly(NO_EGG, NO_MILK, new Restriction.Dislike("오이"));
        assertThat(guard.unmet()).containsExactly("low salt");
        assertThat(RoundGuard.NONE.with(null)).isEqualTo(RoundGuard.NONE);
        assertThat(RoundGuard.NONE.with(DietaryReport.NONE).isEmpty()).isTrue();
        assertThat(RoundGuard.NONE
                        .with(new DietaryReport(List.of(), List.of("low salt")))
                        .isEmpty())
                .isFalse();
    }

    @Test
    void whatIsWithheldShouldBeKnownByProductAndByEachOfItsNames() {
        RoundGuard guard = RoundGuard.of(DECLARED).withholding(List.of(aWithheldItem()));

        assertThat(guard.withholds(new ProductId(7))).isTrue();
        assertThat(guard.withholds(new ProductId(8))).isFalse();
        assertThat(guard.withholds("rec-7")).isTrue();
        assertThat(guard.withholds("up-7")).isTrue();
        assertThat(guard.withholds("rec-8")).isFalse();
        assertThat(guard.withholding(List.of())).isSameAs(guard);
    }
}
