package com.ones1ght.adapters.rest.store;

import com.ones1ght.application.store.StorePlan;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.FloorPlan;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Signage;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store on the wire, in metres. */
record StorePlanReply(
        String storeId,
        String name,
        BigDecimal width,
        BigDecimal height,
        List<SectionReply> sections,
        List<SignageReply> signages) {

    record SectionReply(
            String sectionCode, NameReply name, @Nullable CircleReply location) {

        static SectionReply from(FloorPlan.Section section) {
            return new SectionReply(section.code(), NameReply.from(section.name()), circle(section.location()));
        }
    }

    record SignageReply(int signageNo, @Nullable CircleReply location) {

        static SignageReply from(Signage signage) {
            return new SignageReply(signage.signageNo(), circle(signage.location()));
        }
    }

    record NameReply(String ko, String en, String ja) {

        static NameReply from(LocalizedText text) {
            return new NameReply(text.ko(), text.en(), text.ja());
        }
    }

    record CircleReply(BigDecimal x, BigDecimal y, BigDecimal radius) {}

    static StorePlanReply from(StorePlan plan) {
        FloorPlan floor = plan.floor();
        return new StorePlanReply(
                plan.store().value(),
                floor.name(),
                BigDecimal.valueOf(floor.width()),
                BigDecimal.valueOf(floor.height()),
                floor.sections().stream().map(SectionReply::from).toList(),
                plan.signages().stream().map(SignageReply::from).toList());
    }

    private static @Nullable CircleReply circle(@Nullable Location location) {
        return location == null
                ? null
                : new CircleReply(
                        BigDecimal.valueOf(location.x()),
                        BigDecimal.valueOf(location.y()),
                        BigDecimal.valueOf(location.radius()));
    }
}
