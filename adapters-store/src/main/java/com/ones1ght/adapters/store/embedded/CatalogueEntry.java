package com.ones1ght.adapters.store.embedded;

import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A product and its search terms.
 *
 * @param key the generic English name, for example {@code soy sauce}; unique
 * @param names its names without the pack size, and synonyms in any language
 */
record CatalogueEntry(Product product, String key, List<String> names) {

    private static final double SHELF_RADIUS = 0.5;
    private static final String PICTURES = "/store/products/";

    static CatalogueEntry of(Table.Row row, Map<String, Section> sections) {
        Section section = sections.get(row.text("section"));
        if (section == null) {
            throw new IllegalStateException("unknown section: " + row.text("section"));
        }
        LocalizedText plain = new LocalizedText(row.text("ko"), row.text("en"), row.text("ja"));
        LocalizedText name = withPack(plain, row.text("pack"));
        Product product = new Product(
                new ProductId(row.integer("id")),
                name.ko(),
                name,
                row.text("brand"),
                row.text("barcode"),
                new BigDecimal(row.text("price")),
                "₩",
                PICTURES + row.text("picture") + ".svg",
                row.integer("stock"),
                section.code(),
                section.name().ko(),
                section.name(),
                new Location(row.decimal("x"), row.decimal("y"), SHELF_RADIUS),
                new ProductDietaryData(
                        row.codesOrNull("allergens", Allergen::ofCode),
                        row.codesOrNull("may_contain", Allergen::ofCode),
                        row.codesOrNull("diets", Diet::ofCode)));
        return new CatalogueEntry(product, row.text("key"), names(plain, name, row.text("aliases")));
    }

    private static LocalizedText withPack(LocalizedText name, String pack) {
        String[] packs = pack.split("\\|", -1);
        boolean byLanguage = packs.length == 3;
        return new LocalizedText(
                join(name.ko(), packs[0]),
                join(name.en(), byLanguage ? packs[1] : packs[0]),
                join(name.ja(), byLanguage ? packs[2] : packs[0]));
    }

    private static String join(String name, String pack) {
        return pack.isEmpty() ? name : name + " " + pack;
    }

    private static List<String> names(LocalizedText plain, LocalizedText full, String aliases) {
        List<String> names =
                new ArrayList<>(List.of(plain.ko(), plain.en(), plain.ja(), full.ko(), full.en(), full.ja()));
        if (!aliases.isEmpty()) {
            names.addAll(Arrays.asList(aliases.split(", ")));
        }
        return List.copyOf(names);
    }
}
