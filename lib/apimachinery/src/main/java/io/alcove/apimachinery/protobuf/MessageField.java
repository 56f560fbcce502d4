package io.alcove.apimachinery.protobuf;

/**
 * A field of a message, as the packed facts tell it.
 *
 * @param name in JSON; {@link #INLINE} where the message's fields stand in its parent's JSON,
 *     {@link #SELF} where the field is all that the message is
 * @param shape whether it is one value, a list, or a map from texts
 * @param pointer absent and zero are different values, and a zero is written
 * @param type a letter for a scalar, or the name of a message
 */
record MessageField(int number, String name, Shape shape, boolean pointer, String type) {

    static final String INLINE = "-";
    static final String SELF = "[]";
    private static final char POINTER = '?';

    enum Shape {
        ONE,
        LIST,
        MAP
    }

    /** Reads "number name type". */
    static MessageField parse(String text) {
        int first = text.indexOf(' ');
        int second = text.indexOf(' ', first + 1);
        String type = text.substring(second + 1);
        Shape shape =
                switch (type.charAt(0)) {
                    case '*' -> Shape.LIST;
                    case '%' -> Shape.MAP;
                    default -> Shape.ONE;
                };
        return new MessageField(
                Integer.parseInt(text.substring(0, first)),
                text.substring(first + 1, second),
                shape,
                type.charAt(0) == POINTER,
                isMarked(type) ? type.substring(1) : type);
    }

    private static boolean isMarked(String type) {
        return "*%?".indexOf(type.charAt(0)) >= 0;
    }

    boolean isMessage() {
        return type.length() > 1;
    }
}
