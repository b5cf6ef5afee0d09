package com.ones1ght.bootstrap.metrics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a query in PromQL selects. Understands the part of the language that the dashboard and the alerts use, and rejects
 * what it does not know, so that nothing passes unread.
 *
 * @param selectors in the order of the query
 * @param grouping the labels of {@code by}
 */
record PromQuery(List<Selector> selectors, Set<String> grouping) {

    /**
     * The series that are selected.
     *
     * @param metric its name in the exposition
     * @param labels the labels that are matched
     * @param isRange whether it has a time range
     * @param functions around it, the innermost first
     */
    record Selector(String metric, Set<String> labels, boolean isRange, List<String> functions) {}

    private static final Set<String> FUNCTIONS =
            Set.of("sum", "max", "min", "avg", "count", "rate", "increase", "histogram_quantile", "time");

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(\"(?:[^\"\\\\]|\\\\.)*\")|([a-zA-Z_:][\\w:]*)"
            + "|(\\d+(?:\\.\\d+)?(?:[smhd])?)|(=~|!~|!=|==|>=|<=|[-+*/()\\[\\]{},=<>]))");

    static PromQuery parse(String query) {
        return new Parser(query).parse();
    }

    private static final class Parser {

        private final List<String> tokens = new ArrayList<>();
        private final List<Selector> selectors = new ArrayList<>();
        private final Set<String> grouping = new HashSet<>();
        private int at;

        Parser(String query) {
            // Variables of Grafana stand for a duration.
            String text = query.replaceAll("\\$__\\w+", "5m").strip();
            Matcher matcher = TOKEN.matcher(text);
            int end = 0;
            while (end < text.length()) {
                if (!matcher.find(end) || matcher.start() != end) {
                    throw new IllegalArgumentException("Not understood: " + text.substring(end));
                }
                tokens.add(matcher.group().strip());
                end = matcher.end();
            }
        }

        PromQuery parse() {
            Deque<String> open = new ArrayDeque<>();
            while (at < tokens.size()) {
                String token = next();
                if (token.equals("(")) {
                    open.push("");
                } else if (token.equals(")")) {
                    open.pop();
                } else if (FUNCTIONS.contains(token)) {
                    if (peek().equals("by")) {
                        at++;
                        grouping.addAll(names("(", ")"));
                    }
                    expect("(");
                    open.push(token);
                } else if (token.matches("[a-zA-Z_:].*")) {
                    select(token, open.stream().filter(name -> !name.isEmpty()).toList());
                } else if (!token.matches("[-+*/,<>]|==|!=|>=|<=|\\d.*")) {
                    throw new IllegalArgumentException("Unexpected: " + token);
                }
            }
            if (!open.isEmpty()) {
                throw new IllegalArgumentException("Not closed: " + open);
            }
            return new PromQuery(selectors, grouping);
        }

        private void select(String metric, List<String> functions) {
            if (peek().equals("(")) {
                throw new IllegalArgumentException("Not a known function: " + metric);
            }
            Set<String> labels = new HashSet<>();
            if (peek().equals("{")) {
                at++;
                do {
                    labels.add(next());
                    if (!tokens.get(at++).matches("=~|!~|!=|=")
                            || !tokens.get(at++).startsWith("\"")) {
                        throw new IllegalArgumentException("Not a matcher of " + metric);
                    }
                } while (next().equals(","));
                if (!tokens.get(at - 1).equals("}")) {
                    throw new IllegalArgumentException("Not closed: " + metric);
                }
            }
            boolean isRange = peek().equals("[");
            if (isRange) {
                at += 2;
                expect("]");
            }
            selectors.add(new Selector(metric, labels, isRange, functions));
        }

        private List<String> names(String first, String last) {
            expect(first);
            List<String> names = new ArrayList<>();
            do {
                names.add(next());
            } while (next().equals(","));
            if (!tokens.get(at - 1).equals(last)) {
                throw new IllegalArgumentException("Not closed: " + names);
            }
            return names;
        }

        private String next() {
            if (at == tokens.size()) {
                throw new IllegalArgumentException("Ends too early");
            }
            return tokens.get(at++);
        }

        private String peek() {
            return at < tokens.size() ? tokens.get(at) : "";
        }

        private void expect(String token) {
            if (!peek().equals(token)) {
                throw new IllegalArgumentException("Expected " + token + " but was " + peek());
            }
            at++;
        }
    }
}
