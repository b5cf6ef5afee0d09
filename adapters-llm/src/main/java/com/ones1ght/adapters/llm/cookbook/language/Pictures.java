package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Token.Script;
import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts words for the pictures in a text, in the language around them: 🍺に合うおつまみ is read as one reads it aloud, and
 * "🥜❌" rules out peanuts. The words are in pictures.txt; a picture that is not in it says nothing.
 */
final class Pictures {

    private static final int FIRST_SYMBOL = 0x2600;
    private static final int LAST_SYMBOL = 0x27BF;

    /** What only says how another picture is drawn: joiners, variations, shades of skin. */
    private static final Pattern DRAWING = Pattern.compile("[\\u200D\\uFE0E\\uFE0F\\x{1F3FB}-\\x{1F3FF}]");

    private static final String PICTURES = "[\\u2600-\\u27BF\\x{1F300}-\\x{1FAFF}]+";
    private static final Pattern ROW = Pattern.compile(PICTURES + "(?: +" + PICTURES + ")*");

    /** Stands for all signs that rule something out, where that is written in words. */
    private static final String SIGN = "❌";

    private static final String WORD = "([\\p{L}'’-]+)";
    private static final Pattern SIGN_AHEAD = Pattern.compile("(?<=\\s)" + SIGN + WORD);
    private static final Pattern SIGN_FIRST = Pattern.compile(SIGN + " ?" + WORD);
    private static final Pattern SIGN_BEHIND = Pattern.compile(WORD + " ?" + SIGN);

    private static final Pictures BUNDLED = new Pictures();

    private final Map<Integer, Words> words = new HashMap<>();

    /** How it is said that a word is ruled out, by the place of the sign. */
    private final Map<String, Words> refusals = new HashMap<>();

    private final Set<Integer> signs = new HashSet<>();

    /** What a picture stands for, or a format for a word that is ruled out. */
    private record Words(String korean, String english, String japanese) {

        String in(Script script) {
            return switch (script) {
                case HANGUL -> korean;
                case JAPANESE -> japanese;
                default -> english;
            };
        }
    }

    private Pictures() {
        for (String line : ResourceText.lines(Pictures.class, "pictures.txt")) {
            List<String> columns = ResourceText.columns(line, 4);
            String[] drawn = columns.get(0).split(" ");
            Words said = new Words(columns.get(1), columns.get(2), columns.get(3));
            if (drawn.length > 1) {
                refusals.put(drawn[0], said);
                drawn[1].codePoints().forEach(signs::add);
            } else {
                drawn[0].codePoints().forEach(picture -> words.put(picture, said));
            }
        }
    }

    static Pictures bundled() {
        return BUNDLED;
    }

    /** Every text is asked, so without streams; all pictures beyond the symbols begin with a surrogate. */
    private static boolean hasPicture(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_SYMBOL && c <= LAST_SYMBOL || Character.isHighSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    /** The text in words; itself where it has no pictures. */
    String worded(String text) {
        if (!hasPicture(text)) {
            return text;
        }
        String drawn = DRAWING.matcher(text).replaceAll("").strip();
        Script script = scriptOf(drawn);
        StringBuilder worded = new StringBuilder();
        Matcher row = ROW.matcher(drawn);
        int end = 0;
        while (row.find()) {
            worded.append(drawn, end, row.start());
            boolean isApart = worded.isEmpty() || worded.charAt(worded.length() - 1) == ' ';
            String read = read(row.group(), script);
            worded.append(isApart || read.startsWith(SIGN) ? "" : " ").append(read);
            end = row.end();
            if (script == Script.LATIN && !read.endsWith(SIGN)) {
                worded.append(' ');
            }
        }
        return signed(worded.append(drawn.substring(end)).toString(), script);
    }

    /** What signs say of the words beside them. */
    private String signed(String text, Script script) {
        if (!text.contains(SIGN)) {
            return text;
        }
        // A text that begins with a sign has them all ahead.
        Pattern isAhead = text.startsWith(SIGN) ? SIGN_FIRST : SIGN_AHEAD;
        String read = isAhead.matcher(text).replaceAll(refused("ahead", "$1", script) + ' ');
        return SIGN_BEHIND
                .matcher(read)
                .replaceAll(refused("behind", "$1", script) + ' ')
                .replace(SIGN, " ");
    }

    private String refused(String place, String word, Script script) {
        return refusals.get(place).in(script).formatted(word);
    }

    /** The language that the text is in; English where there is nothing but pictures. */
    private static Script scriptOf(String text) {
        return text.codePoints()
                .mapToObj(Scripts::of)
                .filter(script -> script == Script.HANGUL || script == Script.JAPANESE)
                .findFirst()
                .orElse(Script.LATIN);
    }

    /** Pictures in a row; those that a sign stands beside are ruled out. A sign by itself is about the words around. */
    private String read(String row, Script script) {
        List<String> groups = List.of(row.split(" +"));
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < groups.size(); i++) {
            boolean isSigned = isSigned(groups.get(i))
                    || i + 1 < groups.size() && isSign(groups.get(i + 1))
                    || i == 1 && isSign(groups.get(0));
            List<String> said = groups.get(i)
                    .codePoints()
                    .filter(words::containsKey)
                    .mapToObj(picture -> words.get(picture).in(script))
                    .distinct()
                    .map(word -> isSigned ? refused("ahead", word, script) : word)
                    .toList();
            read.append(read.isEmpty() || said.isEmpty() ? "" : ", ").append(String.join(", ", said));
        }
        if (read.isEmpty()) {
            return isSigned(row) ? SIGN : ", ";
        }
        return isSigned(row) ? read.append(' ').toString() : read.toString();
    }

    private boolean isSigned(String pictures) {
        return pictures.codePoints().anyMatch(signs::contains);
    }

    private boolean isSign(String pictures) {
        return isSigned(pictures) && pictures.codePoints().noneMatch(words::containsKey);
    }
}
