package com.ones1ght.adapters.llm.cookbook.language;

import java.util.Set;

/**
 * A place in a text that mentions something known.
 *
 * @param first its first word, by its place among the text's words
 * @param last its last word
 * @param concepts what it may stand for; several where a word is ambiguous ("curry")
 */
public record Mention(int first, int last, Set<Concept> concepts) {

    boolean isOf(Concept.Kind kind) {
        return concepts.stream().anyMatch(concept -> concept.kind() == kind);
    }
}
