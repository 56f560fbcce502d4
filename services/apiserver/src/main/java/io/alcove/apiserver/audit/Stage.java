package io.alcove.apiserver.audit;

import java.util.Arrays;
import java.util.Optional;

/** Where in its life a request is. */
public enum Stage {
    REQUEST_RECEIVED("RequestReceived"),
    /** Of requests that go on: their first byte. */
    RESPONSE_STARTED("ResponseStarted"),
    RESPONSE_COMPLETE("ResponseComplete"),
    PANIC("Panic");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Optional<Stage> of(String word) {
        return Arrays.stream(values()).filter(stage -> stage.word.equals(word)).findFirst();
    }
}
