package io.alcove.apimachinery.patch;

/** Why an operation does not apply, in upstream's words. */
final class JsonPatchFailure extends RuntimeException {

    private final String text;

    JsonPatchFailure(String text) {
        super(text, null, false, false);
        this.text = text;
    }

    String text() {
        return text;
    }

    /** The failure with what was being done in front. */
    JsonPatchFailure during(String what) {
        return new JsonPatchFailure(what + ": " + text);
    }

    static JsonPatchFailure missing(String what) {
        return new JsonPatchFailure(what + ": missing value");
    }

    static JsonPatchFailure testFailed(String path) {
        return new JsonPatchFailure("testing value " + path + " failed: test failed");
    }

    static JsonPatchFailure badIndex(int index) {
        return new JsonPatchFailure(
                "Unable to access invalid index: " + index + ": invalid index referenced");
    }
}
