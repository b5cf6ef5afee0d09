package com.ones1ght.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventTest {

    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-00000000000a");

    @Test
    void idShouldBeItsUuidWithoutDashes() {
        assertThat(new EventId(ID)).hasToString("evt_0190a00000007000800000000000000a");
    }

    @Test
    void idsShouldSortLikeTheirTexts() {
        EventId later = new EventId(UUID.fromString("0190a000-0001-7000-8000-000000000000"));

        assertThat(new EventId(ID).toString()).isLessThan(later.toString());
    }

    @Test
    void erasureShouldLeaveIdsTypeTimeAndTheProduct() {
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

    @Test
    void eachActionShouldBeAnEventOfItsOwn() {
        assertThat(CouponAction.values())
                .extracting(CouponAction::eventType)
                .containsExactly(EventType.COUPON_ISSUED, EventType.COUPON_REDEEMED, EventType.COUPON_DISMISSED);
        assertThat(RecommendAction.values())
                .extracting(RecommendAction::eventType)
                .containsExactly(EventType.RECOMMEND_IMPRESSION, EventType.RECOMMEND_TAP);
    }

    @Test
    void enteringShouldBeEventfulAndLeavingNot() {
        assertThat(Passage.ENTER.isEventful()).isTrue();
        assertThat(Passage.EXIT.isEventful()).isFalse();
    }
}
