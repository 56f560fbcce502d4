package io.alcove.apimachinery.apply;

import io.alcove.apimachinery.status.GoText;
import java.util.List;
import java.util.stream.Collectors;

/** An element of a list that lacks what names it; the text is upstream's. */
final class UnnamedElementException extends Exception {

    private final String text;

    UnnamedElementException(String text) {
        super(text, null, false, false);
        this.text = text;
    }

    static UnnamedElementException withoutKeys(List<String> keys) {
        String names = keys.stream().map(GoText::quote).collect(Collectors.joining(" ", "[", "]"));
        return new UnnamedElementException(
                "associative list with keys has an element that omits all key fields "
                        + names
                        + " (and doesn't have default values for any key fields)");
    }

    String text() {
        return text;
    }
}
