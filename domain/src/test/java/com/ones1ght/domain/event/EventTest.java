package com.ones1ght.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {

    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-00000000000a");

    @Test
    void anIdIsItsTimeOrderedNumberWithoutDashes() {
        assertThat(new EventId(ID)).hasToString("evt_0190a00000007000800000000000000a");
    }

    @Test
    void idsSortAsTheirTextsDo() {
        EventId later = new EventId(UUID.fromString("0190a000-0001-7000-8000-000000000000"));

        assertThat(new EventId(ID).toString()).isLessThan(later.toString());
    }

    @Test
    void erasureLeavesIdsTypeTimeAndTheProduct() {
        Event event = new Event(
                new EventId(ID),
                new TenantId(ID),
                new ProfileId(ID),
                new ChatId(ID),
                new RoundId(ID),
                "rec",
                EventType.COUPON_REDEEMED,
                "{\"item_name\":\"tofu\",\"note\":\"for Kim\"}",
                "[\"Kim forgot this\"]",
                "{\"item_name\":\"tofu\"}",
                "Kim buys tofu",
                Instant.EPOCH);

        Event erased = event.erased();

        assertThat(erased.toString()).doesNotContain("Kim");
        assertThat(erased)
                .usingRecursiveComparison()
                .ignoringFields("payload", "forgotten", "analystComment")
                .isEqualTo(event);
        assertThat(erased.payload()).isEqualTo("{\"item_name\":\"tofu\"}");
        assertThat(erased.forgotten()).isNull();
        assertThat(erased.analystComment()).isNull();
        assertThat(erased.erased()).isEqualTo(erased);
    }

    @ParameterizedTest
    @CsvSource({"issued,COUPON_ISSUED", "redeemed,COUPON_REDEEMED", "dismissed,COUPON_DISMISSED"})
    void eachKindOfACouponIsAnEventOfItsOwn(String kind, EventType type) {
        assertThat(CouponAction.ofTag(kind)).map(CouponAction::eventType).contains(type);
    }

    @ParameterizedTest
    @CsvSource({"impression,RECOMMEND_IMPRESSION", "tap,RECOMMEND_TAP"})
    void eachActionOnARecommendationIsAnEventOfItsOwn(String action, EventType type) {
        assertThat(RecommendAction.ofTag(action))
                .map(RecommendAction::eventType)
                .contains(type);
    }

    @Test
    void enteringIsEventfulAndLeavingIsNot() {
        assertThat(SignageAction.ofTag("enter").orElseThrow().isEventful()).isTrue();
        assertThat(SignageAction.ofTag("exit").orElseThrow().isEventful()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ISSUED", "Enter", "leave", "tapped", "ads_triggered"})
    void otherWordsMeanNothing(String word) {
        assertThat(CouponAction.ofTag(word)).isEmpty();
        assertThat(RecommendAction.ofTag(word)).isEmpty();
        assertThat(SignageAction.ofTag(word)).isEmpty();
        assertThat(EventType.ofName(word)).isEmpty();
    }
}
