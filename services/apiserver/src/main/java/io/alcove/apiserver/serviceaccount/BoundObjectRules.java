package io.alcove.apiserver.serviceaccount;

import io.alcove.apimachinery.object.ObjectName;
import java.time.Instant;
import java.util.Optional;

/** Whether the objects of a token still are the ones that it was issued for. */
final class BoundObjectRules {

    private static final String INVALIDATED = "service account token has been invalidated";

    private final TokenObjects objects;

    BoundObjectRules(TokenObjects objects) {
        this.objects = objects;
    }

    /**
     * @param deletedBefore what was deleted before it is gone, though finalizers hold it
     */
    Optional<String> refusal(TokenSubject subject, Instant deletedBefore) {
        String namespace = subject.namespace();
        return serviceAccount(subject, deletedBefore)
                .or(
                        () ->
                                subject.secret()
                                        .flatMap(s -> bound("secret", namespace, s, deletedBefore)))
                .or(() -> subject.pod().flatMap(p -> bound("pod", namespace, p, deletedBefore)))
                .or(
                        () ->
                                subject.pod().isPresent()
                                        ? Optional.empty()
                                        : subject.node()
                                                .flatMap(n -> bound("node", "", n, deletedBefore)));
    }

    private Optional<String> serviceAccount(TokenSubject subject, Instant deletedBefore) {
        BoundObject claimed = subject.serviceAccount();
        Optional<TokenObjects.Found> found =
                objects.find(
                        "serviceaccounts", new ObjectName(subject.namespace(), claimed.name()));
        if (found.isEmpty()) {
            return Optional.of("serviceaccounts \"" + claimed.name() + "\" not found");
        }
        if (!found.get().uid().equals(claimed.uid())) {
            return Optional.of(
                    "service account UID (%s) does not match claim (%s)"
                            .formatted(found.get().uid(), claimed.uid()));
        }
        return isDeleted(found.get(), deletedBefore)
                ? Optional.of(
                        "service account %s/%s has been deleted"
                                .formatted(subject.namespace(), claimed.name()))
                : Optional.empty();
    }

    private Optional<String> bound(
            String kind, String namespace, BoundObject claimed, Instant deletedBefore) {
        Optional<TokenObjects.Found> found =
                objects.find(kind + "s", new ObjectName(namespace, claimed.name()));
        if (found.isEmpty()) {
            return Optional.of(INVALIDATED);
        }
        if (!found.get().uid().equals(claimed.uid())) {
            return Optional.of(
                    "%s UID (%s) does not match service account %s ref claim (%s)"
                            .formatted(kind, found.get().uid(), kind, claimed.uid()));
        }
        return isDeleted(found.get(), deletedBefore) ? Optional.of(INVALIDATED) : Optional.empty();
    }

    private static boolean isDeleted(TokenObjects.Found found, Instant deletedBefore) {
        return found.deletedAt().filter(deletedBefore::isAfter).isPresent();
    }
}
