package io.alcove.client;

/**
 * How an object is to be deleted; what is empty or negative is left to the server.
 *
 * @param gracePeriodSeconds negative for the object's own
 */
public record DeleteOptions(
        long gracePeriodSeconds,
        String propagationPolicy,
        String preconditionUid,
        String preconditionResourceVersion) {

    public static final DeleteOptions DEFAULT = new DeleteOptions(-1, "", "", "");

    public static DeleteOptions background() {
        return DEFAULT.withPropagation("Background");
    }

    public DeleteOptions withGracePeriod(long seconds) {
        return new DeleteOptions(
                seconds, propagationPolicy, preconditionUid, preconditionResourceVersion);
    }

    public DeleteOptions withPropagation(String policy) {
        return new DeleteOptions(
                gracePeriodSeconds, policy, preconditionUid, preconditionResourceVersion);
    }

    /** Deletes this very object, never one that took its name later. */
    public DeleteOptions onlyUid(String uid) {
        return new DeleteOptions(
                gracePeriodSeconds, propagationPolicy, uid, preconditionResourceVersion);
    }

    public DeleteOptions onlyResourceVersion(String resourceVersion) {
        return new DeleteOptions(
                gracePeriodSeconds, propagationPolicy, preconditionUid, resourceVersion);
    }

    io.alcove.proto.objects.v1.DeleteOptions toProto() {
        var options =
                io.alcove.proto.objects.v1.DeleteOptions.newBuilder()
                        .setPropagationPolicy(propagationPolicy)
                        .setPreconditionUid(preconditionUid)
                        .setPreconditionResourceVersion(preconditionResourceVersion);
        if (gracePeriodSeconds >= 0) {
            options.setGracePeriodSeconds(gracePeriodSeconds);
        }
        return options.build();
    }
}
