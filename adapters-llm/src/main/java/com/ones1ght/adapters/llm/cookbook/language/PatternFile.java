package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.cookbook.language.Token.Script;
import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of regular expressions of normalised text, "kind | expression". A line "define | NAME | alternatives" gives
 * alternatives a name for the lines behind it; further lines of the same name add to them.
 */
final class PatternFile {

    private static final String DEFINE = "define";
    private static final String SAY = "say";

    /** What in a pattern is no letter of what it finds. */
    private static final Pattern ESCAPES = Pattern.compile("\\\\[a-zA-Z]|\\(\\?<[a-z]+>|\\[[^\\]]*]");

    /** The scripts that the patterns are written in. */
    private static final Map<Pattern, Set<Script>> NEEDED = new ConcurrentHashMap<>();

    private final List<String[]> lines;

    PatternFile(String name) {
        Map<String, String> definitions = new LinkedHashMap<>();
        lines = ResourceText.lines(PatternFile.class, name).stream()
                .map(line -> line.split(" \\| ", 2))
                .map(line -> expand(line, definitions))
                .filter(line -> !line[0].equals(DEFINE))
                .toList();
    }

    private static String[] expand(String[] line, Map<String, String> definitions) {
        if (line[0].equals(DEFINE)) {
            String[] definition = line[1].split(" \\| ", 2);
            definitions.merge(
                    definition[0], expand(definition[1], definitions), (earlier, further) -> earlier + "|" + further);
        }
        String[] columns = line[0].equals(SAY) ? line[1].split(" \\| ", 2) : new String[] {line[1]};
        return new String[] {line[0], expand(columns[0], definitions), columns.length > 1 ? columns[1].strip() : ""};
    }

    private static String expand(String regex, Map<String, String> definitions) {
        String expanded = regex;
        for (Map.Entry<String, String> definition : definitions.entrySet()) {
            expanded = expanded.replace(definition.getKey(), "(?:" + definition.getValue() + ")");
        }
        return expanded;
    }

    Stream<String> kinds() {
        return lines.stream().map(line -> line[0]).distinct();
    }

    /** What stands behind a kind, in the order of the file. */
    List<String> of(String kind) {
        return lines.stream()
                .filter(line -> line[0].equals(kind))
                .map(line -> line[1])
                .toList();
    }

    List<Pattern> patterns(String kind) {
        return of(kind).stream().map(Pattern::compile).toList();
    }

    /** What is to be read instead of what each pattern of "say | expression | text" finds. */
    Map<Pattern, String> replacements() {
        Map<Pattern, String> replacements = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line[0].equals(SAY))
                .forEach(line -> replacements.put(Pattern.compile(line[1]), line[2]));
        return replacements;
    }

    /** The patterns that a text can match: what is written in the letters of one script is found in no other. */
    static List<Pattern> fitting(Collection<Pattern> patterns, String text) {
        Set<Script> written = scripts(text);
        List<Pattern> fitting = new ArrayList<>(patterns.size());
        for (Pattern pattern : patterns) {
            Set<Script> needed = NEEDED.computeIfAbsent(
                    pattern, it -> scripts(ESCAPES.matcher(it.pattern()).replaceAll(" ")));
            if (needed.size() != 1 || written.containsAll(needed)) {
                fitting.add(pattern);
            }
        }
        return fitting;
    }

    private static Set<Script> scripts(String text) {
        Set<Script> scripts = EnumSet.noneOf(Script.class);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                scripts.add(Script.LATIN);
            } else if (c > 0x1100) {
                scripts.add(Scripts.of(c));
            }
        }
        scripts.remove(Script.OTHER);
        return scripts;
    }

    /** The first place where one of the patterns is found. */
    static Optional<Matcher> find(List<Pattern> patterns, String text) {
        for (Pattern pattern : fitting(patterns, text)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return Optional.of(matcher);
            }
        }
        return Optional.empty();
    }
}
