package io.alcove.apimachinery.quantity;

import java.util.Map;
import java.util.Optional;

/** What follows a quantity's number: a power of ten or of two, and how it was written. */
record Suffix(int exponent, Format format) {

    enum Format {
        DECIMAL_SI,
        BINARY_SI,
        DECIMAL_EXPONENT
    }

    private static final Map<String, Suffix> FIXED =
            Map.ofEntries(
                    decimal("n", -9),
                    decimal("u", -6),
                    decimal("m", -3),
                    decimal("", 0),
                    decimal("k", 3),
                    decimal("M", 6),
                    decimal("G", 9),
                    decimal("T", 12),
                    decimal("P", 15),
                    decimal("E", 18),
                    binary("Ki", 10),
                    binary("Mi", 20),
                    binary("Gi", 30),
                    binary("Ti", 40),
                    binary("Pi", 50),
                    binary("Ei", 60));

    private static final String[] DECIMAL = {"n", "u", "m", "", "k", "M", "G", "T", "P", "E"};
    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};

    static Optional<Suffix> parse(String text) {
        Suffix fixed = FIXED.get(text);
        if (fixed != null) {
            return Optional.of(fixed);
        }
        if (text.length() < 2 || (text.charAt(0) != 'e' && text.charAt(0) != 'E')) {
            return Optional.empty();
        }
        try {
            int exponent = (int) Long.parseLong(text, 1, text.length(), 10);
            return Optional.of(new Suffix(exponent, Format.DECIMAL_EXPONENT));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** The letters for a power that is a multiple of three; empty beyond the known ones. */
    static String decimal(int exponent, Format format) {
        if (format == Format.DECIMAL_EXPONENT) {
            return exponent == 0 ? "" : "e" + exponent;
        }
        int index = exponent / 3 + 3;
        return index >= 0 && index < DECIMAL.length ? DECIMAL[index] : "";
    }

    /** The letters for 1024 to the power. */
    static String binary(int power) {
        return power < BINARY.length ? BINARY[power] : "";
    }

    private static Map.Entry<String, Suffix> decimal(String text, int exponent) {
        return Map.entry(text, new Suffix(exponent, Format.DECIMAL_SI));
    }

    private static Map.Entry<String, Suffix> binary(String text, int exponent) {
        return Map.entry(text, new Suffix(exponent, Format.BINARY_SI));
    }
}
