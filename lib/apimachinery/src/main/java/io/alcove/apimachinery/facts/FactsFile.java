package io.alcove.apimachinery.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines of section, key and value, parted by tabs; tabs in a value are its own.
 *
 * @param base the version whose facts hold where this file says nothing: its line has no key
 * @param gone what the base has and this version has not; a line has the section as its key
 */
record FactsFile(Optional<String> base, List<Line> gone, List<Line> changes) {

    static final String BASE = "base";
    static final String GONE = "gone";

    record Line(String section, String key, Slice value) {}

    static FactsFile read(byte[] bytes) {
        Optional<String> base = Optional.empty();
        List<Line> gone = new ArrayList<>();
        List<Line> changes = new ArrayList<>();
        for (int start = 0; start < bytes.length; ) {
            int end = indexOf(bytes, '\n', start);
            Line line = line(bytes, start, end);
            switch (line.section()) {
                case BASE -> base = Optional.of(line.value().text());
                case GONE -> gone.add(new Line(line.key(), line.value().text(), line.value()));
                default -> changes.add(line);
            }
            start = end + 1;
        }
        return new FactsFile(base, gone, changes);
    }

    static void write(StringBuilder text, String section, String key, String value) {
        text.append(section).append('\t').append(key).append('\t').append(value).append('\n');
    }

    private static Line line(byte[] bytes, int start, int end) {
        int firstTab = indexOf(bytes, '\t', start);
        int secondTab = indexOf(bytes, '\t', firstTab + 1);
        return new Line(
                text(bytes, start, firstTab),
                text(bytes, firstTab + 1, secondTab),
                new Slice(bytes, secondTab + 1, end - secondTab - 1));
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static int indexOf(byte[] bytes, char wanted, int start) {
        int at = start;
        while (at < bytes.length && bytes[at] != wanted) {
            at++;
        }
        return at;
    }
}
