package io.alcove.apimachinery.object;

/** A kind without its version: what validation errors speak of. */
public record GroupKind(String group, String kind) {

    /** As upstream prints it: {@code Pod}, {@code Deployment.apps}. */
    @Override
    public String toString() {
        return group.isEmpty() ? kind : kind + "." + group;
    }
}
