package io.alcove.apiserver.admission;

import java.util.ArrayList;
import java.util.List;

/** Several things that are wrong with one request, worded as Go's aggregated errors. */
public final class Complaints {

    private final List<String> texts = new ArrayList<>();

    public void add(String text) {
        if (!texts.contains(text)) {
            texts.add(text);
        }
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The one text, or all of them in brackets. */
    @Override
    public String toString() {
        return texts.size() == 1 ? texts.getFirst() : "[" + String.join(", ", texts) + "]";
    }
}
