package io.alcove.apiserver.review;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.registry.VirtualResource;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** selfsubjectreviews: who the caller is (kubectl auth whoami). */
final class SelfSubjectReviews implements VirtualResource {

    private final InstantSource clock;

    SelfSubjectReviews(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public ApiObject create(Request request) {
        ApiObject answer = request.body().copy();
        answer.with("metadata")
                .put(
                        "creationTimestamp",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        answer.node().putObject("status").set("userInfo", UserNodes.of(request.context().user()));
        return answer;
    }
}
