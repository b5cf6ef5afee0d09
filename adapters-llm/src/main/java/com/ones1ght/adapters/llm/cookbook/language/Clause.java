package com.ones1ght.adapters.llm.cookbook.language;

/**
 * A stretch of the words of a text.
 *
 * @param from its first word
 * @param to just behind its last
 */
record Clause(int from, int to) {}
