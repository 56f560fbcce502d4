package io.alcove.apimachinery.structural;

import com.google.re2j.Pattern;

/** Numbers that carry a digit to check them by. */
final class NumberFormats {

    private static final int ISBN10_DIGITS = 9;
    private static final int ISBN10_X = 10;
    private static final int ISBN10_MODULUS = 11;
    private static final int ISBN13_DIGITS = 12;
    private static final int ISBN13_WEIGHT = 3;
    private static final int TEN = 10;

    private static final Pattern ISBN10 = Pattern.compile("^(?:[0-9]{9}X|[0-9]{10})$");
    private static final Pattern ISBN13 = Pattern.compile("^[0-9]{13}$");
    private static final Pattern CREDIT_CARD =
            Pattern.compile(
                    "^(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|6(?:011|5[0-9][0-9])[0-9]{12}"
                            + "|3[47][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}"
                            + "|(?:2131|1800|35\\d{3})\\d{11})$");

    private NumberFormats() {}

    static boolean isIsbn10(String text) {
        String digits = text.replaceAll("[\\s-]+", "");
        if (!ISBN10.matches(digits)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < ISBN10_DIGITS; i++) {
            sum += (i + 1) * (digits.charAt(i) - '0');
        }
        char last = digits.charAt(ISBN10_DIGITS);
        sum += ISBN10_X * (last == 'X' ? ISBN10_X : last - '0');
        return sum % ISBN10_MODULUS == 0;
    }

    static boolean isIsbn13(String text) {
        String digits = text.replaceAll("[\\s-]+", "");
        if (!ISBN13.matches(digits)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < ISBN13_DIGITS; i++) {
            sum += (i % 2 == 0 ? 1 : ISBN13_WEIGHT) * (digits.charAt(i) - '0');
        }
        return digits.charAt(ISBN13_DIGITS) - '0' == (TEN - sum % TEN) % TEN;
    }

    static boolean isCreditCard(String text) {
        String digits = text.replaceAll("[^0-9]+", "");
        if (!CREDIT_CARD.matches(digits)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled < TEN ? doubled : doubled % TEN + 1;
        }
        return sum % TEN == 0;
    }
}
