package io.alcove.apimachinery.quantity;

import io.alcove.apimachinery.quantity.Suffix.Format;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * resource.Quantity: an exact amount with the form that it is printed in ("500m", "1Gi", "12e3").
 *
 * <p>Two quantities are equal when their amounts are; {@link #toString} is the text that
 * kube-apiserver stores and sends for what was parsed.
 */
public final class Quantity implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO, Format.DECIMAL_SI);

    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final BigInteger KIBI_INTEGER = BigInteger.valueOf(1024);

    private final BigDecimal amount;
    private final Format format;
    private final String text;

    Quantity(BigDecimal amount, Format format) {
        this(amount, format, canonical(amount, format));
    }

    Quantity(BigDecimal amount, Format format, String text) {
        this.amount = amount;
        this.format = format;
        this.text = text;
    }

    /**
     * @throws InvalidQuantityException with upstream's text
     */
    public static Quantity parse(String text) {
        return text.equals("0") ? ZERO : new QuantityParser(text).parse();
    }

    public static Quantity of(long value) {
        return new Quantity(BigDecimal.valueOf(value), Format.DECIMAL_SI);
    }

    public static Quantity ofMilli(long milliValue) {
        return new Quantity(BigDecimal.valueOf(milliValue, 3), Format.DECIMAL_SI);
    }

    public BigDecimal amount() {
        return amount;
    }

    /** The amount, rounded up (away from zero) to a whole number within 64 bits. */
    public long value() {
        return clamped(amount);
    }

    /** A thousand times the amount, rounded as {@link #value}. */
    public long milliValue() {
        return clamped(amount.movePointRight(3));
    }

    public int signum() {
        return amount.signum();
    }

    /** The sum in this one's form, or in the other's where this is zero. */
    public Quantity add(Quantity other) {
        return new Quantity(amount.add(other.amount), signum() == 0 ? other.format : format);
    }

    /** The difference in the form that {@link #add} chooses. */
    public Quantity subtract(Quantity other) {
        return new Quantity(amount.subtract(other.amount), signum() == 0 ? other.format : format);
    }

    public Quantity negate() {
        return new Quantity(amount.negate(), format);
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Quantity quantity && compareTo(quantity) == 0;
    }

    @Override
    public int hashCode() {
        return amount.stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private static long clamped(BigDecimal number) {
        BigInteger rounded = number.setScale(0, RoundingMode.UP).toBigInteger();
        if (rounded.bitLength() < Long.SIZE) {
            return rounded.longValue();
        }
        return rounded.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static String canonical(BigDecimal amount, Format format) {
        boolean binary =
                format == Format.BINARY_SI
                        && amount.abs().compareTo(KIBI) >= 0
                        && amount.stripTrailingZeros().scale() <= 0;
        if (binary) {
            return binaryText(amount.toBigIntegerExact());
        }
        return decimalText(amount, format == Format.BINARY_SI ? Format.DECIMAL_SI : format);
    }

    private static String binaryText(BigInteger value) {
        int power = 0;
        BigInteger rest = value;
        while (rest.mod(KIBI_INTEGER).signum() == 0) {
            rest = rest.divide(KIBI_INTEGER);
            power++;
        }
        return rest + Suffix.binary(power);
    }

    private static String decimalText(BigDecimal amount, Format format) {
        if (amount.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        int exponent = Math.floorDiv(-stripped.scale(), 3) * 3;
        BigInteger mantissa = stripped.scaleByPowerOfTen(-exponent).toBigIntegerExact();
        return mantissa + Suffix.decimal(exponent, format);
    }
}
