package com.ones1ght.adapters.llm.cookbook.language;

import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of regular expressions of normalised text, "kind | expression". A line "define | NAME | alternatives" gives
 * alternatives a name for the lines behind it; further lines of the same name add to them.
 */
final class PatternFile {

    private static final String DEFINE = "define";
    private static final String SAY = "say";

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

    /** With the definitions in the place of their names. */
    static String expand(String regex, Map<String, String> definitions) {
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

    PatternSet patterns(String kind) {
        return new PatternSet(of(kind).stream().map(Pattern::compile).toList());
    }

    /** What is to be read instead of what each pattern of "say | expression | text" finds. */
    Map<Pattern, String> replacements() {
        Map<Pattern, String> replacements = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line[0].equals(SAY))
                .forEach(line -> replacements.put(Pattern.compile(line[1]), line[2]));
        return replacements;
    }
}
