package io.alcove.cel.syntax;

import java.util.Map;

/** The functions that operators stand for. */
public final class Operators {

    public static final String CONDITIONAL = "_?_:_";
    public static final String AND = "_&&_";
    public static final String OR = "_||_";
    public static final String NOT = "!_";
    public static final String NEGATE = "-_";
    public static final String EQUALS = "_==_";
    public static final String NOT_EQUALS = "_!=_";
    public static final String ADD = "_+_";
    public static final String SUBTRACT = "_-_";
    public static final String MULTIPLY = "_*_";
    public static final String DIVIDE = "_/_";
    public static final String MODULO = "_%_";
    public static final String LESS = "_<_";
    public static final String LESS_EQUALS = "_<=_";
    public static final String GREATER = "_>_";
    public static final String GREATER_EQUALS = "_>=_";
    public static final String IN = "@in";
    public static final String INDEX = "_[_]";
    public static final String OPTIONAL_INDEX = "_[?_]";
    public static final String OPTIONAL_SELECT = "_?._";
    public static final String NOT_STRICTLY_FALSE = "@not_strictly_false";

    private static final Map<String, String> BINARY =
            Map.ofEntries(
                    Map.entry("+", ADD),
                    Map.entry("-", SUBTRACT),
                    Map.entry("*", MULTIPLY),
                    Map.entry("/", DIVIDE),
                    Map.entry("%", MODULO),
                    Map.entry("<", LESS),
                    Map.entry("<=", LESS_EQUALS),
                    Map.entry(">", GREATER),
                    Map.entry(">=", GREATER_EQUALS),
                    Map.entry("==", EQUALS),
                    Map.entry("!=", NOT_EQUALS),
                    Map.entry("in", IN));

    private Operators() {}

    static String binary(String symbol) {
        return BINARY.getOrDefault(symbol, symbol);
    }
}
