package com.ones1ght.adapters.store.embedded;

import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.FloorPlan;
import com.ones1ght.domain.store.Location;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rectangle of the floor plan, in metres from its lower left corner.
 *
 * @param code two letters, for example {@code PR}
 * @param name the display name
 * @param left the smaller x
 * @param bottom the smaller y
 * @param right the larger x
 * @param top the larger y
 */
record Section(String code, LocalizedText name, double left, double bottom, double right, double top) {

    private static final String STORE = "OneS1ght Market";
    private static final double WIDTH = 44;
    private static final double HEIGHT = 26;

    /** All sections by their codes, in the order of the bundled file. */
    static Map<String, Section> bundled() {
        Map<String, Section> sections = new LinkedHashMap<>();
        Table.read("sections.tsv")
                .rows()
                .map(row -> new Section(
                        row.text("code"),
                        new LocalizedText(row.text("ko"), row.text("en"), row.text("ja")),
                        row.decimal("x1"),
                        row.decimal("y1"),
                        row.decimal("x2"),
                        row.decimal("y2")))
                .forEach(section -> sections.put(section.code(), section));
        return sections;
    }

    /** The plan of the whole store, as the bundled file describes it. */
    static FloorPlan plan() {
        return new FloorPlan(
                STORE,
                WIDTH,
                HEIGHT,
                bundled().values().stream()
                        .map(section -> new FloorPlan.Section(section.code, section.name, section.circle()))
                        .toList());
    }

    /** The circle around it, its radius rounded up to ten centimetres. */
    private Location circle() {
        double radius = Math.hypot(right - left, top - bottom) / 2;
        return new Location((left + right) / 2, (bottom + top) / 2, Math.ceil(radius * 10) / 10);
    }

    /** Whether the whole circle lies within this section. */
    boolean contains(Location circle) {
        return circle.x() - circle.radius() >= left
                && circle.x() + circle.radius() <= right
                && circle.y() - circle.radius() >= bottom
                && circle.y() + circle.radius() <= top;
    }
}
