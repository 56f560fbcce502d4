package io.alcove.apiserver.authentication;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Comma separated values of one line a row, with double quotes around what holds commas. */
final class Csv {

    private final String line;
    private int at;

    private Csv(String line) {
        this.line = line;
    }

    /** Empty lines are left out, and the space before a column. */
    static List<List<String>> rows(String text) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (!line.isBlank()) {
                rows.add(new Csv(line).columns());
            }
        }
        return rows;
    }

    private List<String> columns() throws IOException {
        List<String> columns = new ArrayList<>();
        do {
            skipSpace();
            columns.add(at < line.length() && line.charAt(at) == '"' ? quoted() : plain());
        } while (at++ < line.length());
        return columns;
    }

    private void skipSpace() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    private String plain() {
        int comma = line.indexOf(',', at);
        int end = comma < 0 ? line.length() : comma;
        String column = line.substring(at, end);
        at = end;
        return column;
    }

    private String quoted() throws IOException {
        StringBuilder column = new StringBuilder();
        while (true) {
            int quote = line.indexOf('"', at + 1);
            if (quote < 0) {
                throw new IOException("extraneous or missing \" in quoted-field");
            }
            column.append(line, at + 1, quote);
            at = quote + 1;
            if (at >= line.length() || line.charAt(at) == ',') {
                return column.toString();
            }
            if (line.charAt(at) != '"') {
                throw new IOException("extraneous or missing \" in quoted-field");
            }
            column.append('"');
        }
    }
}
