package com.ones1ght.bootstrap.architecture.violations.innerconstantsdonotchange.domain.chat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

enum InnocentConstants {
    ONE;

    record Place(BigDecimal x, List<String> names) {}

    static final List<String> NAMES = List.of("a", "b");
    static final Map<String, List<Integer>> NUMBERS = Map.of("one", List.of(1));
    static final Pattern WORD = Pattern.compile("[a-z]+");
    static final Duration LIMIT = Duration.ofSeconds(1);
    static final Comparator<String> ORDER = Comparator.comparing(String::length);
    static final Place ORIGIN = new Place(BigDecimal.ZERO, List.of("origin"));
}
