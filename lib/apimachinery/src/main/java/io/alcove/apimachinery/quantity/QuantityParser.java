package io.alcove.apimachinery.quantity;

import io.alcove.apimachinery.quantity.Suffix.Format;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Reads a quantity by upstream's scanner, whose quirks show in stored objects: a short number that
 * is already canonical keeps its text ("+5", "05"), everything else is printed anew.
 */
final class QuantityParser {

    private static final int NANO = 9;
    private static final int INT64_DIGITS = 18;

    /** Beyond it an exponent is no amount of anything, and would only burn memory. */
    private static final int EXPONENT_LIMIT = 1000;

    private static final BigDecimal MAX_BINARY = BigDecimal.valueOf(Long.MAX_VALUE);

    private final String text;
    private int position;

    QuantityParser(String text) {
        this.text = text;
    }

    Quantity parse() {
        if (text.isEmpty()) {
            throw InvalidQuantityException.format();
        }
        boolean negative = text.charAt(0) == '-';
        if (negative || text.charAt(0) == '+') {
            position++;
        }
        while (at('0')) {
            position++;
        }
        String whole = digits();
        String fraction = "";
        if (at('.')) {
            position++;
            fraction = digits();
        }
        Suffix suffix = suffix();
        if (Math.abs(suffix.exponent()) > EXPONENT_LIMIT) {
            throw InvalidQuantityException.number();
        }
        String digits = (whole.isEmpty() ? "0" : whole) + fraction;
        BigDecimal number = new BigDecimal(new BigInteger(digits), fraction.length());
        BigDecimal amount = amount(number, suffix);
        return fitsInt64(digits, fraction, amount, suffix)
                ? small(digits, fraction, sign(amount, negative), suffix)
                : large(amount, negative, suffix.format());
    }

    private static BigDecimal amount(BigDecimal number, Suffix suffix) {
        return suffix.format() == Format.BINARY_SI
                ? number.multiply(new BigDecimal(BigInteger.TWO.pow(suffix.exponent())))
                : number.scaleByPowerOfTen(suffix.exponent());
    }

    private static boolean fitsInt64(
            String digits, String fraction, BigDecimal amount, Suffix suffix) {
        if (suffix.format() == Format.BINARY_SI) {
            int room = 15 - digits.length() - (int) (suffix.exponent() * 3 / 10f) - 1;
            return fraction.isEmpty() && room >= 0 && amount.compareTo(MAX_BINARY) <= 0;
        }
        return digits.length() <= INT64_DIGITS && suffix.exponent() - fraction.length() >= -NANO;
    }

    private Quantity small(String digits, String fraction, BigDecimal amount, Suffix suffix) {
        boolean canonical =
                suffix.format() == Format.BINARY_SI
                        ? (Long.parseLong(digits) & 7) != 0
                        : (suffix.exponent() - fraction.length()) % 3 == 0
                                && !digits.endsWith("000")
                                && digits.charAt(0) != '0';
        return canonical
                ? new Quantity(amount, suffix.format(), text)
                : new Quantity(amount, suffix.format());
    }

    /** Rounds up what is finer than a nano, so that asking for too little gives some. */
    private static Quantity large(BigDecimal amount, boolean negative, Format format) {
        BigDecimal rounded =
                amount.scale() > NANO ? amount.setScale(NANO, RoundingMode.UP) : amount;
        if (format == Format.BINARY_SI) {
            rounded = rounded.min(MAX_BINARY);
            if (rounded.signum() > 0 && rounded.compareTo(BigDecimal.ONE) < 0) {
                return new Quantity(sign(rounded, negative), Format.DECIMAL_SI);
            }
        }
        return new Quantity(sign(rounded, negative), format);
    }

    private static BigDecimal sign(BigDecimal amount, boolean negative) {
        return negative ? amount.negate() : amount;
    }

    private Suffix suffix() {
        int start = position;
        while (position < text.length() && "eEinumkKMGTP".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        if (at('-') || at('+')) {
            position++;
        }
        skipDigits();
        if (position < text.length()) {
            throw InvalidQuantityException.format();
        }
        return Suffix.parse(text.substring(start, position))
                .orElseThrow(InvalidQuantityException::suffix);
    }

    private String digits() {
        int start = position;
        skipDigits();
        return text.substring(start, position);
    }

    private void skipDigits() {
        while (position < text.length()
                && text.charAt(position) >= '0'
                && text.charAt(position) <= '9') {
            position++;
        }
    }

    private boolean at(char c) {
        return position < text.length() && text.charAt(position) == c;
    }
}
