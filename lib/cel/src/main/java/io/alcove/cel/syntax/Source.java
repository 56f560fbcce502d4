package io.alcove.cel.syntax;

import java.util.List;

/** An expression's text, by lines. */
final class Source {

    private final List<String> lines;

    Source(String text) {
        this.lines = text.lines().count() == 0 ? List.of("") : List.of(text.split("\n", -1));
    }

    boolean hasLine(int line) {
        return line >= 1 && line <= lines.size();
    }

    String line(int line) {
        return lines.get(line - 1);
    }
}
