package com.ones1ght.adapters.llm.cookbook.language;

import java.util.Set;

/**
 * A place in a text that mentions something known.
 *
 * @param start where it begins, in characters of the normalised text
 * @param end just behind it
 * @param concepts what it may stand for; several where a word is ambiguous ("curry"), none for a word that
 *     only looks like something to eat
 */
public record Mention(int start, int end, Set<Concept> concepts) {}
