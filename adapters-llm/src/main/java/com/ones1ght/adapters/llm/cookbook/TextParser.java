package com.ones1ght.adapters.llm.cookbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the parts of a {@link TextTemplate}. */
final class TextParser {

    /** Between two sentences, the space belongs to the first. */
    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?] )|(?<=[。！？])");

    /** Where a clause of an instruction ends in one of the three languages: "볶은 뒤 ", "炒め、", "fry, ". */
    private static final Pattern BETWEEN_CLAUSES = Pattern.compile("(?<=, )|(?<=、)|(?<=[가-힣](?:고|며|다가| 뒤| 후| 다음) )");

    private final String text;
    private int position;

    TextParser(String text) {
        this.text = text;
    }

    /** Its sentences, each a group. */
    TextPart.Group sentences() {
        TextPart.Group all = group();
        if (position < text.length()) {
            throw new IllegalArgumentException("unexpected ] in " + text);
        }
        List<TextPart> sentences = new ArrayList<>();
        List<TextPart> current = new ArrayList<>();
        for (TextPart part : split(all.parts(), BETWEEN_SENTENCES)) {
            current.add(part);
            if (part.endsSentence()) {
                sentences.add(sentence(current));
                current.clear();
            }
        }
        sentences.add(sentence(current));
        return new TextPart.Group(List.copyOf(sentences));
    }

    private static TextPart.Sentence sentence(List<TextPart> parts) {
        List<TextPart.Group> clauses = new ArrayList<>();
        List<TextPart> current = new ArrayList<>();
        for (TextPart part : split(parts, BETWEEN_CLAUSES)) {
            current.add(part);
            if (part instanceof TextPart.Literal literal
                    && BETWEEN_CLAUSES.matcher(literal.text()).find()) {
                clauses.add(new TextPart.Group(List.copyOf(current)));
                current.clear();
            }
        }
        clauses.add(new TextPart.Group(List.copyOf(current)));
        return new TextPart.Sentence(List.copyOf(clauses));
    }

    private static List<TextPart> split(List<TextPart> parts, Pattern between) {
        List<TextPart> split = new ArrayList<>();
        for (TextPart part : parts) {
            if (part instanceof TextPart.Literal literal) {
                between.splitAsStream(literal.text()).forEach(piece -> split.add(new TextPart.Literal(piece)));
            } else {
                split.add(part);
            }
        }
        return split;
    }

    private TextPart.Group group() {
        List<TextPart> parts = new ArrayList<>();
        while (position < text.length() && text.charAt(position) != ']') {
            parts.add(part());
        }
        return new TextPart.Group(List.copyOf(parts));
    }

    private TextPart part() {
        return switch (text.charAt(position)) {
            case '[' -> bracketed();
            case '{' -> slot();
            default -> literal();
        };
    }

    private TextPart bracketed() {
        position++;
        TextPart.Group group = group();
        if (position >= text.length()) {
            throw new IllegalArgumentException("no ] in " + text);
        }
        position++;
        return group;
    }

    private TextPart slot() {
        int end = text.indexOf('}', position);
        if (end < 0) {
            throw new IllegalArgumentException("no } in " + text);
        }
        String items = text.substring(position + 1, end);
        position = end + 1;
        return new TextPart.Slot(NameSlot.parseAll(items));
    }

    private TextPart literal() {
        int start = position;
        while (position < text.length() && "[]{".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return new TextPart.Literal(text.substring(start, position));
    }
}
