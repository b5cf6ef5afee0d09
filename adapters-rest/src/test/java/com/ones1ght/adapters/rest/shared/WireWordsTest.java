package com.ones1ght.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.access.KeyStatus;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.chat.StepState;
import com.ones1ght.domain.credit.LedgerEntry;
import com.ones1ght.domain.event.CouponAction;
import com.ones1ght.domain.event.Passage;
import com.ones1ght.domain.event.RecommendAction;
import com.ones1ght.domain.model.ModelType;
import com.ones1ght.domain.recommendation.NotificationType;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.visit.ChatSession;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pins the words of the contract: renaming a constant must not change what clients read. */
class WireWordsTest {

    private static Stream<Arguments> words() {
        return Stream.of(
                words(Actor.Kind.class, "admin_key token system"),
                words(KeyStatus.class, "active expired revoked"),
                words(KeyType.class, "client_sdk admin"),
                words(Scope.class, "profile chat"),
                words(
                        AuditAction.class,
                        "tenant_created tenant_changed credits_changed settings_changed key_created key_revoked"
                                + " model_created model_changed model_deleted delivery_resent"),
                words(AuditAction.Subject.class, "tenant key model delivery"),
                words(BackListStatus.class, "not_started in_progress completed"),
                words(RoundState.class, "in_progress in_progress completed error"),
                words(StepState.class, "pending running done error"),
                words(LedgerEntry.Kind.class, "charge refund grant withdrawal"),
                words(CouponAction.class, "issued redeemed dismissed"),
                words(RecommendAction.class, "impression tap"),
                words(Passage.class, "enter exit"),
                words(ModelType.class, "open_api tenant_chat"),
                words(NotificationType.class, "ads coupon"),
                words(SurfaceReason.class, "cross-sell upsell impulse"),
                words(ChatSession.Reason.class, "explicit idle stage session_end"),
                words(PageRequest.Order.class, "asc desc"));
    }

    private static Arguments words(Class<? extends Enum<?>> type, String words) {
        return Arguments.of(type, words.split(" "));
    }

    @ParameterizedTest
    @MethodSource("words")
    <E extends Enum<E>> void constantsShouldHaveTheWordsOfTheContractAndBeReadBack(Class<E> type, String[] words) {
        assertThat(Arrays.stream(type.getEnumConstants()).map(WireWords::of)).containsExactly(words);
        assertThat(words)
                .allSatisfy(word -> assertThat(WireWords.read(type, word).map(WireWords::of))
                        .contains(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ISSUED", "Issued", "issue", "coupon_issued", " issued"})
    void otherWordsShouldMeanNothing(String word) {
        assertThat(WireWords.read(CouponAction.class, word)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross_sell", "CROSS_SELL"})
    void constantWithAWordOfItsOwnShouldNotBeReadByItsName(String word) {
        assertThat(WireWords.read(SurfaceReason.class, word)).isEmpty();
    }
}
