package com.ones1ght.domain.dietary;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a profile declares that its shopper avoids.
 *
 * @param restrictions sorted, each once
 * @param unknown what was declared and not understood, as it was written, each once
 */
public record DeclaredRestrictions(List<Restriction> restrictions, List<String> unknown) {

    public static final DeclaredRestrictions NONE = new DeclaredRestrictions(List.of(), List.of());

    private static final List<String> FIELDS =
            List.of("allergies", "allergy", "restrictions", "dietary_restrictions", "diet", "diets");
    private static final String DISLIKES = "dislikes";
    private static final String NAME = "name";
    private static final String EXTRA = "extra";

    /** Words that say that an entry of an object does not hold. */
    private static final Set<String> DENIALS = Set.of("no", "none", "false", "없음", "아니오", "아니요", "なし", "いいえ");

    private static final Map<String, Restriction> FLAGS = Map.of(
            "vegan", new Restriction.FollowedDiet(Diet.VEGAN),
            "vegetarian", new Restriction.FollowedDiet(Diet.VEGETARIAN),
            "halal", new Restriction.FollowedDiet(Diet.HALAL),
            "kosher", new Restriction.FollowedDiet(Diet.KOSHER),
            "gluten_free", new Restriction.AvoidedAllergen(Allergen.GLUTEN),
            "lactose_free", new Restriction.AvoidedAllergen(Allergen.MILK));

    public DeclaredRestrictions {
        restrictions = List.copyOf(restrictions);
        unknown = List.copyOf(unknown);
    }

    /**
     * Reads the fields of a profile at its top level and, where that is an object, in {@code extra}: a text, which may
     * list several; a list of texts or of objects with a {@code name}; an object of name to true; and booleans for
     * single diets. Other fields, and fields of other types, are ignored.
     *
     * @param profile maps, lists, strings, numbers, booleans and null, as JSON has them
     */
    public static DeclaredRestrictions of(Map<String, ? extends @Nullable Object> profile) {
        DeclarationReader reader = new DeclarationReader();
        readLevel(profile, reader);
        if (profile.get(EXTRA) instanceof Map<?, ?> extra) {
            readLevel(extra, reader);
        }
        return reader.result();
    }

    /** Whether nothing is declared, not even something unknown. */
    public boolean isEmpty() {
        return restrictions.isEmpty() && unknown.isEmpty();
    }

    private static void readLevel(Map<?, ?> level, DeclarationReader reader) {
        FIELDS.forEach(field -> new Shapes(reader::read, reader::readDetail).read(level.get(field)));
        new Shapes(reader::readDislikes, detail -> {}).read(level.get(DISLIKES));
        FLAGS.forEach((field, restriction) -> {
            if (isSet(level.get(field))) {
                reader.add(restriction);
            }
        });
    }

    private static boolean isSet(@Nullable Object flag) {
        return Boolean.TRUE.equals(flag)
                || flag instanceof String text && text.strip().equalsIgnoreCase("true");
    }

    /** Takes the texts out of a value of any shape. */
    private record Shapes(Consumer<String> entries, Consumer<String> details) {

        void read(@Nullable Object value) {
            if (value instanceof String text) {
                entries.accept(text);
            } else if (value instanceof List<?> list) {
                list.forEach(this::readElement);
            } else if (value instanceof Map<?, ?> object) {
                readObject(object);
            }
        }

        private void readElement(@Nullable Object element) {
            // A number may be a code of a list that the app knows.
            read(element instanceof Number number ? number.toString() : element);
        }

        private void readObject(Map<?, ?> object) {
            Object name = object.get(NAME);
            if (name instanceof String || name instanceof Map<?, ?> || name instanceof List<?>) {
                readName(name);
            } else {
                object.forEach((key, value) -> readMember(String.valueOf(key), value));
            }
        }

        /** A name in several languages is an object of texts. */
        private void readName(Object name) {
            if (name instanceof Map<?, ?> localized) {
                localized.values().forEach(this::read);
            } else {
                read(name);
            }
        }

        private void readMember(String name, @Nullable Object value) {
            if (value == null || isDenial(value)) {
                return;
            }
            entries.accept(name);
            if (value instanceof String || value instanceof List<?> || value instanceof Map<?, ?>) {
                new Shapes(details, details).read(value);
            }
        }

        private static boolean isDenial(Object value) {
            return Boolean.FALSE.equals(value)
                    || value instanceof Number number && number.doubleValue() == 0
                    || value instanceof String text
                            && DENIALS.contains(text.strip().toLowerCase(Locale.ROOT));
        }
    }
}
