package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.recommendation.GuardedList;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.WithheldItem;
import com.ones1ght.domain.store.ProductId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A round's guard in the shape in which it is stored: restrictions by their codes. */
record GuardDocument(List<String> restrictions, List<String> unknown, List<String> unmet, List<Withheld> withheld) {

    record Withheld(
            GuardedList list,
            @Nullable ProductId productId,
            @Nullable String recommendationId,
            @Nullable String upstreamId,
            @Nullable String name,
            List<String> because) {

        static Withheld of(WithheldItem item) {
            return new Withheld(
                    item.list(),
                    item.productId(),
                    item.recommendationId(),
                    item.upstreamId(),
                    item.name(),
                    codes(item.because()));
        }

        WithheldItem toDomain() {
            return new WithheldItem(
                    list, productId, recommendationId, upstreamId, name, GuardDocument.restrictions(because));
        }
    }

    static GuardDocument of(RoundGuard guard) {
        return new GuardDocument(
                codes(guard.restrictions()),
                guard.unknown(),
                guard.unmet(),
                guard.withheld().stream().map(Withheld::of).toList());
    }

    RoundGuard toDomain() {
        return new RoundGuard(
                restrictions(restrictions),
                unknown,
                unmet,
                withheld.stream().map(Withheld::toDomain).toList());
    }

    static List<String> codes(List<Restriction> restrictions) {
        return restrictions.stream().map(Restriction::code).toList();
    }

    /** @throws IllegalStateException when this version does not know a code: then it cannot guard */
    static List<Restriction> restrictions(List<String> codes) {
        return codes.stream().map(GuardDocument::restriction).toList();
    }

    private static Restriction restriction(String code) {
        Optional<Restriction> known = Restriction.ofCode(code);
        return known.orElseThrow(() -> new IllegalStateException("A stored restriction is not known"));
    }
}
