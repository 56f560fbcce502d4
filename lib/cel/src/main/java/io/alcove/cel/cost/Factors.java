package io.alcove.cel.cost;

/** What operations cost, in units of a field access. */
public final class Factors {

    /** Of reading a string once, for each character. */
    public static final double STRING_TRAVERSAL = 0.1;

    /** Of matching a pattern, for each of its characters and each unit of the string's cost. */
    public static final double REGEX_LENGTH = 0.25;

    public static final long SELECT = 1;
    public static final long LIST = 10;
    public static final long MAP = 30;
    public static final long STRUCT = 40;

    /** Of an authorization check: two of them fit in one expression. */
    public static final long AUTHORIZATION_CHECK = 350_000;

    static final long MAX_NAME_FORMAT_PATTERN = 128;
    static final long MAX_FORMAT_NAME = 64;

    private Factors() {}
}
