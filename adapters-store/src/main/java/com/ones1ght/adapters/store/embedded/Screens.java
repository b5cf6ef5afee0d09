package com.ones1ght.adapters.store.embedded;

import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.SignageEvent;
import java.util.Comparator;
import java.util.List;

/** The bundled signages and the messages of the store. */
final class Screens {

    private Screens() {}

    static List<Signage> signages() {
        return Table.read("signages.tsv")
                .rows()
                .map(row -> new Signage(
                        row.integer("signage_no"),
                        row.text("name"),
                        new Location(row.decimal("x"), row.decimal("y"), row.decimal("radius"))))
                .sorted(Comparator.comparingInt(Signage::signageNo))
                .toList();
    }

    static List<SignageEvent> events() {
        return Table.read("signage-events.tsv")
                .rows()
                .map(row -> new SignageEvent(
                        row.integer("id"),
                        new LocalizedText(row.text("title_ko"), row.text("title_en"), row.text("title_ja")),
                        new LocalizedText(row.text("body_ko"), row.text("body_en"), row.text("body_ja")),
                        row.text("image_url"),
                        row.flag("enabled"),
                        row.products("product_ids")))
                .sorted(Comparator.comparingLong(SignageEvent::id))
                .toList();
    }
}
