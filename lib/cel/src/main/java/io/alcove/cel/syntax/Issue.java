package io.alcove.cel.syntax;

/** What is wrong at a place of an expression. */
public record Issue(Location location, String message) {

    private static final int MAX_SNIPPET_BYTES = 16_384;

    /** The message with its place, the line of source and a mark below it. */
    String display(Source source) {
        String head =
                "ERROR: <input>:%d:%d: %s"
                        .formatted(location.line(), location.column() + 1, message);
        if (!source.hasLine(location.line())) {
            return head;
        }
        String line = source.line(location.line()).replace('\t', ' ');
        if (line.length() > MAX_SNIPPET_BYTES) {
            return head;
        }
        return head + "\n | " + line + "\n | " + mark(line.codePoints().toArray());
    }

    /** A caret under the place, as wide as the character above it. */
    private String mark(int[] line) {
        StringBuilder mark = new StringBuilder();
        int column = Math.min(location.column(), line.length);
        for (int i = 0; i < column; i++) {
            mark.append(line[i] > 0x7f ? '\uff0e' : '.');
        }
        boolean wide = column < line.length && line[column] > 0x7f;
        return mark.append(wide ? '\uff3e' : '^').toString();
    }
}
