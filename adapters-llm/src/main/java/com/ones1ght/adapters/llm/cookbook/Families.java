package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.adapters.llm.shared.ResourceText;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What foods have in common: what people are allergic to, do not eat, or ask for in general. */
final class Families {

    private static final String PARTICULAR = "~";

    private final Map<String, List<String>> wider = new LinkedHashMap<>();
    private final Map<String, LocalizedText> labels = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();

    /** Words for one kind of a family. */
    private final Set<String> particular = new HashSet<>();

    private final Map<String, List<Allergen>> allergens = new LinkedHashMap<>();

    // Asked of many foods and products for each request, so derived once.
    private final Map<String, Set<String>> withWider = new HashMap<>();
    private final Map<String, Set<Allergen>> avoided = new HashMap<>();

    private Families() {}

    static Families bundled() {
        Families families = new Families();
        ResourceText.lines(Families.class, "families.txt").forEach(families::read);
        families.derive();
        return families;
    }

    private void derive() {
        for (Allergen allergen : Allergen.values()) {
            avoided.put(allergen.code(), EnumSet.of(allergen));
        }
        allergens.forEach((family, members) -> {
            Set<String> all = new LinkedHashSet<>();
            addWithWider(family, all);
            withWider.put(family, all);
            all.forEach(wide -> avoided.computeIfAbsent(wide, ignored -> EnumSet.noneOf(Allergen.class))
                    .addAll(members));
        });
        avoided.replaceAll((concept, members) -> Collections.unmodifiableSet(members));
    }

    boolean isKnown(String concept) {
        return wider.containsKey(concept);
    }

    /** Whether {@code concept} is the family {@code other} or a family within it. */
    boolean isWithin(String concept, String other) {
        return concept.equals(other)
                || withWider.getOrDefault(concept, Set.of()).contains(other);
    }

    /** The first word for a family in three languages, or the name of an allergen; the id of an unknown one. */
    LocalizedText label(String family) {
        return Optional.ofNullable(labels.get(family))
                .or(() -> Allergen.ofCode(family).map(Families::name))
                .orElseGet(() -> LocalizedText.same(family));
    }

    private static LocalizedText name(Allergen allergen) {
        Restriction avoided = new AvoidedAllergen(allergen);
        return new LocalizedText(avoided.nameIn(Language.KO), avoided.nameIn(Language.EN), avoided.nameIn(Language.JA));
    }

    /** A word without the mark of one kind, of which note is taken. */
    String named(String word) {
        if (!word.startsWith(PARTICULAR)) {
            return word;
        }
        String name = word.substring(PARTICULAR.length());
        particular.addAll(List.of(name, name + "s", name + "es"));
        return name;
    }

    /** Whether a word for a family, or its English plural, is that of one kind, which no recipe calls for. */
    boolean isParticular(String word) {
        return particular.contains(word);
    }

    /** The words for each family, in all languages. */
    Map<String, List<String>> words() {
        return words;
    }

    /** Adds a family and all wider ones. */
    void addWithWider(String family, Set<String> into) {
        if (!isKnown(family)) {
            throw new IllegalArgumentException("unknown family " + family);
        }
        into.add(family);
        wider.get(family).forEach(parent -> addWithWider(parent, into));
    }

    /** What somebody avoids who avoids the concept: the allergens of a family and of narrower ones, or the one of that code. */
    Set<Allergen> allergensOf(String concept) {
        return avoided.getOrDefault(concept, Set.of());
    }

    /**
     * Adds what a label means to somebody who avoids it: the codes of the allergens that it declares, and each family of
     * whose allergens it declares one.
     */
    void addDeclaredBy(Collection<Allergen> label, Set<String> into) {
        for (Allergen allergen : Allergen.values()) {
            if (allergen.isDeclaredBy(label)) {
                into.add(allergen.code());
            }
        }
        allergens.forEach((family, members) -> {
            if (members.stream()
                    .anyMatch(allergen -> allergen.isDeclaredBy(label) && !isOneOf(family, allergen.code()))) {
                addWithWider(family, into);
            }
        });
    }

    /** What holds soy holds no tofu. */
    private boolean isOneOf(String family, String wide) {
        return !family.equals(wide) && isWithin(family, wide);
    }

    private void read(String line) {
        List<String> columns = ResourceText.columns(line, 6);
        String id = columns.get(0);
        wider.put(id, ResourceText.items(columns.get(1)));
        List<String> names = new ArrayList<>();
        for (String word : ResourceText.items(String.join(",", columns.subList(2, 5)))) {
            names.add(named(word));
        }
        words.put(id, names);
        if (!columns.get(2).isEmpty()) {
            labels.put(id, new LocalizedText(first(columns.get(2)), first(columns.get(3)), first(columns.get(4))));
        }
        allergens.put(
                id,
                ResourceText.items(columns.get(5)).stream()
                        .map(code -> Allergen.ofCode(code).orElseThrow())
                        .toList());
    }

    private static String first(String column) {
        return ResourceText.items(column).get(0);
    }
}
