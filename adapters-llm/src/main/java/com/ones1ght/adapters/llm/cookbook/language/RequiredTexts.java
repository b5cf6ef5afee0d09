package com.ones1ght.adapters.llm.cookbook.language;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a regular expression texts of which every match contains at least one, so that an expression need not be
 * tried on a text that has none of them. Looks at no more of the syntax than the data files use; of what it does not know
 * it requires nothing.
 */
final class RequiredTexts {

    /** More alternatives than these are not worth to be looked for one by one. */
    private static final int MAX_TEXTS = 400;

    private static final int MAX_COMBINED = 64;
    private static final int MAX_CLASS = 12;

    /** A letter of thousands tells more than one of twenty-six. */
    private static final int WEIGHT_OF_SYLLABLE = 3;

    private static final String ANCHORS = "bBAzZG";
    private static final String CLASSES = "dDsSwWpPhHvVR123456789k";

    private final String regex;
    private int at;

    private RequiredTexts(String regex) {
        this.regex = regex;
    }

    /** The texts; empty where a match need not contain any. */
    static Set<String> of(String regex) {
        RequiredTexts reader = new RequiredTexts(regex);
        try {
            Piece whole = reader.alternatives();
            return reader.at == regex.length() ? whole.required() : Set.of();
        } catch (UnsupportedOperationException | StringIndexOutOfBoundsException e) {
            return Set.of();
        }
    }

    /**
     * A part of an expression.
     *
     * @param all all that it matches; null where that cannot be listed
     * @param some texts of which what it matches contains one; empty where there are none
     */
    private record Piece(@Nullable Set<String> all, Set<String> some) {

        private static final Piece ANYTHING = new Piece(null, Set.of());
        private static final Piece NOTHING = new Piece(Set.of(""), Set.of());

        Set<String> required() {
            return all == null ? some : better(some, all);
        }
    }

    private Piece alternatives() {
        Set<String> all = new LinkedHashSet<>();
        Set<String> some = new LinkedHashSet<>();
        boolean isListed = true;
        boolean isRequired = true;
        do {
            Piece piece = sequence();
            isListed &= piece.all() != null;
            if (piece.all() != null) {
                all.addAll(piece.all());
            }
            isRequired &= !piece.required().isEmpty();
            some.addAll(piece.required());
        } while (accept('|'));
        isListed &= all.size() <= MAX_TEXTS;
        isRequired &= some.size() <= MAX_TEXTS;
        return new Piece(isListed ? all : null, isRequired ? some : Set.of());
    }

    private Piece sequence() {
        Set<String> run = Set.of("");
        Set<String> best = Set.of();
        boolean isWhole = true;
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            Piece piece = quantified(atom());
            if (piece.all() != null && run.size() * piece.all().size() <= MAX_COMBINED) {
                run = combined(run, piece.all());
            } else {
                isWhole = false;
                best = better(better(best, run), piece.required());
                run = piece.all() == null ? Set.of("") : piece.all();
            }
        }
        return new Piece(isWhole ? run : null, better(best, run));
    }

    private Piece atom() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> characters();
            case '\\' -> escaped();
            case '.' -> Piece.ANYTHING;
            case '^', '$' -> Piece.NOTHING;
            default -> {
                int start = at - 1;
                at = start + Character.charCount(regex.codePointAt(start));
                yield new Piece(Set.of(regex.substring(start, at)), Set.of());
            }
        };
    }

    private Piece group() {
        boolean looksAround = false;
        if (accept('?')) {
            char kind = regex.charAt(at++);
            boolean isBehind = kind == '<' && (regex.charAt(at) == '=' || regex.charAt(at) == '!');
            looksAround = kind == '=' || kind == '!' || isBehind;
            if (isBehind) {
                at++;
            } else if (kind == '<') {
                at = regex.indexOf('>', at) + 1;
            } else if (kind != ':' && kind != '>' && !looksAround) {
                throw new UnsupportedOperationException("flags");
            }
        }
        Piece piece = alternatives();
        if (!accept(')')) {
            throw new UnsupportedOperationException("open group");
        }
        return looksAround ? Piece.NOTHING : piece;
    }

    /** A few characters are alternatives; many are anything. */
    private Piece characters() {
        boolean isNegated = accept('^');
        Set<String> all = new LinkedHashSet<>();
        boolean isFew = true;
        for (boolean isFirst = true; isFirst || regex.charAt(at) != ']'; isFirst = false) {
            int c = regex.codePointAt(at);
            at += Character.charCount(c);
            if (c == '[' || c == '&' && regex.charAt(at) == '&') {
                throw new UnsupportedOperationException("class in a class");
            }
            if (c == '\\') {
                c = regex.charAt(at++);
                isFew &= !Character.isLetterOrDigit(c);
            }
            int last = c;
            if (regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
                last = regex.codePointAt(at + 1);
                at += 1 + Character.charCount(last);
            }
            isFew &= last - c < MAX_CLASS;
            for (int i = c; isFew && i <= last; i++) {
                all.add(Character.toString(i));
            }
        }
        at++;
        return isFew && !isNegated && all.size() <= MAX_CLASS ? new Piece(all, Set.of()) : Piece.ANYTHING;
    }

    private Piece escaped() {
        char c = regex.charAt(at++);
        if (ANCHORS.indexOf(c) >= 0) {
            return Piece.NOTHING;
        }
        if (Character.isLetterOrDigit(c)) {
            if (CLASSES.indexOf(c) < 0) {
                throw new UnsupportedOperationException("escape");
            }
            if (regex.startsWith("{", at)) {
                at = regex.indexOf('}', at) + 1;
            }
            return Piece.ANYTHING;
        }
        return new Piece(Set.of(String.valueOf(c)), Set.of());
    }

    private Piece quantified(Piece piece) {
        int least = 1;
        int most = 1;
        if (accept('?')) {
            least = 0;
        } else if (accept('*')) {
            least = 0;
            most = Integer.MAX_VALUE;
        } else if (accept('+')) {
            most = Integer.MAX_VALUE;
        } else if (accept('{')) {
            String[] limits = regex.substring(at, regex.indexOf('}', at)).split(",", -1);
            at = regex.indexOf('}', at) + 1;
            least = Integer.parseInt(limits[0]);
            most = limits.length == 1 ? least : limits[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(limits[1]);
        } else {
            return piece;
        }
        if (!accept('?')) {
            accept('+');
        }
        if (least == 0) {
            return most == 1 && piece.all() != null ? new Piece(with(piece.all(), ""), Set.of()) : Piece.ANYTHING;
        }
        return most == 1 ? piece : new Piece(null, piece.required());
    }

    private boolean accept(char c) {
        boolean isThere = at < regex.length() && regex.charAt(at) == c;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private static Set<String> with(Set<String> texts, String further) {
        Set<String> all = new LinkedHashSet<>(texts);
        all.add(further);
        return all;
    }

    private static Set<String> combined(Set<String> beginnings, Set<String> ends) {
        return beginnings.stream()
                .flatMap(beginning -> ends.stream().map(beginning::concat))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Of two sets of texts, the one that fewer texts contain something of. */
    private static Set<String> better(Set<String> one, Set<String> other) {
        return weight(other) > weight(one) ? shortest(other) : one;
    }

    private static int weight(Set<String> texts) {
        return texts.stream()
                .mapToInt(text -> text.chars()
                        .map(c -> c < 0x1100 ? 1 : WEIGHT_OF_SYLLABLE)
                        .sum())
                .min()
                .orElse(0);
    }

    /** Without those that hold another one. */
    private static Set<String> shortest(Set<String> texts) {
        Set<String> kept = new HashSet<>(texts);
        kept.removeIf(
                text -> List.copyOf(texts).stream().anyMatch(other -> !other.equals(text) && text.contains(other)));
        return kept;
    }
}
