package com.ones1ght.adapters.llm.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.recommendation.NotificationType;
import com.ones1ght.domain.recommendation.SurfaceReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpstreamWordsTest {

    @ParameterizedTest
    @CsvSource({"CROSS_SELL, cross-sell", "UPSELL, upsell", "IMPULSE, impulse"})
    void reasonsShouldBeReadBack(SurfaceReason reason, String word) {
        assertThat(UpstreamWords.of(reason)).isEqualTo(word);
        assertThat(UpstreamWords.read(SurfaceReason.class, word)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({"ADS, ads", "COUPON, coupon"})
    void notificationTypesShouldBeReadBack(NotificationType type, String word) {
        assertThat(UpstreamWords.of(type)).isEqualTo(word);
        assertThat(UpstreamWords.read(NotificationType.class, word)).contains(type);
    }

    @ParameterizedTest
    @CsvSource({"NOT_STARTED, not_started", "IN_PROGRESS, in_progress", "COMPLETED, completed"})
    void backListStatusesShouldBeRead(BackListStatus status, String word) {
        assertThat(UpstreamWords.read(BackListStatus.class, word)).contains(status);
    }

    @Test
    void otherWordsShouldMeanNothing() {
        assertThat(UpstreamWords.read(SurfaceReason.class, "cross_sell")).isEmpty();
        assertThat(UpstreamWords.read(NotificationType.class, "Coupon")).isEmpty();
    }
}
