package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.mark.Marks;
import io.alcove.syncer.translation.TokenVolumes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps the Secret of a pod's tokens: there before the pod, fresh while it lives, gone after it.
 */
final class TokenUpkeep {

    /** Annotation on the Secret: when the first of its tokens has lived 80 % of its time. */
    static final String RENEW_AT = Marks.PREFIX + "renew-tokens-at";

    private final Caches caches;
    private final Clock clock;

    TokenUpkeep(Caches caches, Clock clock) {
        this.caches = caches;
        this.clock = clock;
    }

    List<Step> plan(ApiObject virtualPod) {
        if (TokenVolumes.of(virtualPod).isEmpty()) {
            return List.of();
        }
        Duration left =
                secret(virtualPod.objectName())
                        .filter(secret -> CopyState.isFor(secret, virtualPod))
                        .flatMap(secret -> secret.annotation(RENEW_AT))
                        .map(at -> Duration.between(clock.instant(), Instant.parse(at)))
                        .orElse(Duration.ZERO);
        return List.of(
                left.isPositive() ? new Step.LookAgain(left) : new Step.MintTokens(virtualPod));
    }

    List<Step> cleanUp(ObjectName virtualPodName) {
        return secret(virtualPodName)
                .<List<Step>>map(
                        secret -> List.of(new Step.DeleteDown(secret, OptionalLong.empty())))
                .orElse(List.of());
    }

    private Optional<ApiObject> secret(ObjectName virtualPodName) {
        return caches.of(HostResource.SECRETS).get(caches.names().ofTokens(virtualPodName));
    }
}
