package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.domain.shared.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A part of a {@link TextTemplate}. */
sealed interface TextPart {

    /** Appends the text; false when it has nothing to say. */
    boolean append(StringBuilder into, Language language, Map<String, Food> actual);

    /** Adds the foods of the recipe that it can name. */
    void collect(Set<String> foods);

    boolean endsSentence();

    /** Words that are there in any case. */
    record Literal(String text) implements TextPart {

        private static final String ENDS = ".!?。！？";

        @Override
        public boolean append(StringBuilder into, Language language, Map<String, Food> actual) {
            into.append(text);
            return true;
        }

        @Override
        public void collect(Set<String> foods) {}

        @Override
        public boolean endsSentence() {
            String stripped = text.strip();
            return !stripped.isEmpty() && ENDS.indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
        }
    }

    /** A list of names. */
    record Slot(List<NameSlot> items) implements TextPart {

        @Override
        public boolean append(StringBuilder into, Language language, Map<String, Food> actual) {
            Set<String> names = new LinkedHashSet<>();
            items.forEach(item -> item.name(language, actual).ifPresent(names::add));
            into.append(list(language, List.copyOf(names)));
            return !names.isEmpty();
        }

        private static String list(Language language, List<String> names) {
            int last = names.size() - 1;
            if (last < 1) {
                return String.join("", names);
            }
            String rest = String.join(language == Language.JA ? "、" : ", ", names.subList(0, last));
            return rest + conjunction(language, last == 1) + names.get(last);
        }

        private static String conjunction(Language language, boolean ofTwo) {
            return switch (language) {
                case KO -> ofTwo ? "과(와) " : ", ";
                case EN -> " and ";
                case JA -> ofTwo ? "と" : "、";
            };
        }

        @Override
        public void collect(Set<String> foods) {
            items.forEach(item -> foods.add(item.key()));
        }

        @Override
        public boolean endsSentence() {
            return false;
        }
    }

    /**
     * A sentence, which goes without those of its clauses that have nothing to name, as long as the rest names something and
     * its last clause is there.
     */
    record Sentence(List<Group> clauses) implements TextPart {

        @Override
        public boolean append(StringBuilder into, Language language, Map<String, Food> actual) {
            int start = into.length();
            boolean isWhole = true;
            boolean names = false;
            boolean ends = false;
            for (Group clause : clauses) {
                int from = into.length();
                ends = clause.append(into, language, actual);
                if (ends) {
                    names |= clause.hasNames();
                } else {
                    into.setLength(from);
                    isWhole = false;
                }
            }
            boolean isSaid = ends && (isWhole || names);
            into.setLength(isSaid ? into.length() : start);
            return isSaid;
        }

        @Override
        public void collect(Set<String> foods) {
            clauses.forEach(clause -> clause.collect(foods));
        }

        @Override
        public boolean endsSentence() {
            return true;
        }
    }

    /** Parts that are there together or not at all; groups within may be left out. */
    record Group(List<TextPart> parts) implements TextPart {

        @Override
        public boolean append(StringBuilder into, Language language, Map<String, Food> actual) {
            for (TextPart part : parts) {
                int start = into.length();
                if (!part.append(into, language, actual)) {
                    if (part instanceof Slot) {
                        return false;
                    }
                    into.setLength(start);
                }
            }
            return true;
        }

        @Override
        public void collect(Set<String> foods) {
            parts.forEach(part -> part.collect(foods));
        }

        boolean hasNames() {
            return parts.stream().anyMatch(Slot.class::isInstance);
        }

        @Override
        public boolean endsSentence() {
            return !parts.isEmpty() && parts.get(parts.size() - 1).endsSentence();
        }
    }
}
