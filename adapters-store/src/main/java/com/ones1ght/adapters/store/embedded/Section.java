package com.ones1ght.adapters.store.embedded;

import com.ones1ght.domain.shared.LocalizedText;
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

    /** Whether the whole circle lies within this section. */
    boolean contains(Location circle) {
        return circle.x() - circle.radius() >= left
                && circle.x() + circle.radius() <= right
                && circle.y() - circle.radius() >= bottom
                && circle.y() + circle.radius() <= top;
    }
}
