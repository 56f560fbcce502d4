package io.alcove.cel.syntax;

/**
 * A place in an expression's text.
 *
 * @param line from 1
 * @param column in code points, from 0
 */
public record Location(int line, int column) implements Comparable<Location> {

    /** Of what belongs to no place. */
    public static final Location NONE = new Location(-1, -1);

    @Override
    public int compareTo(Location other) {
        return line == other.line
                ? Integer.compare(column, other.column)
                : Integer.compare(line, other.line);
    }
}
