package io.alcove.apimachinery.patch;

/** An operation that does not apply; upstream tells its clients no more than that. */
final class JsonPatchFailure extends RuntimeException {

    JsonPatchFailure(String why) {
        super(why, null, false, false);
    }
}
