package io.alcove.apiserver.admission.quota;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.Refusal;
import io.alcove.apiserver.admission.limits.ResourceList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Charges one request to the quotas of its namespace, or refuses it. */
final class QuotaCheck {

    private final AdmissionRequest request;
    private final Evaluator evaluator;
    private final List<LimitedResource> limited;
    private final ApiObject object;
    private final ResourceList usage;

    QuotaCheck(AdmissionRequest request, Evaluator evaluator, List<LimitedResource> limited) {
        this.request = request;
        this.evaluator = evaluator;
        this.limited = limited;
        this.object = request.newObject();
        this.usage = evaluator.usage(object);
    }

    /**
     * @return the quotas with what the request uses
     * @throws io.alcove.apimachinery.status.StatusException where one is exceeded
     */
    List<Quota> charge(List<Quota> quotas) {
        List<Quota> matching = quotas.stream().filter(q -> q.matches(evaluator, object)).toList();
        matching.forEach(this::requireKnown);
        if (matching.isEmpty() ? delta(Optional.empty()).isEmpty() : isFree(matching)) {
            return quotas;
        }
        requireCover(quotas, matching);
        return quotas.stream()
                .map(quota -> matching.contains(quota) ? charge(quota) : quota)
                .toList();
    }

    private void requireKnown(Quota quota) {
        Set<String> names = counted(quota);
        evaluator
                .missing(names, object)
                .ifPresent(
                        why -> {
                            throw request.forbidden("failed quota: " + quota.name() + ": " + why);
                        });
        if (!quota.used().names().containsAll(names)) {
            throw request.forbidden(
                    "status unknown for quota: %s, resources: %s"
                            .formatted(quota.name(), String.join(",", names)));
        }
    }

    private Set<String> counted(Quota quota) {
        return quota.hard().only(evaluator::counts).names();
    }

    private boolean isFree(List<Quota> matching) {
        return matching.stream().allMatch(quota -> delta(Optional.of(quota)).isEmpty());
    }

    /** What the request adds to what a quota, or any, has counted of the object before. */
    private ResourceList delta(Optional<Quota> quota) {
        Optional<ApiObject> before =
                request.is(Operation.UPDATE)
                        ? request.oldObject()
                                .filter(
                                        old ->
                                                quota.map(q -> q.matches(evaluator, old))
                                                        .orElse(true))
                        : Optional.empty();
        return before.map(old -> usage.minusDownToZero(evaluator.usage(old)))
                .orElse(usage)
                .withoutZeros();
    }

    /** Of what is limited by configuration there must be a quota. */
    private void requireCover(List<Quota> quotas, List<Quota> matching) {
        Set<String> uncovered = new TreeSet<>();
        List<QuotaScope> scopes = new ArrayList<>();
        for (LimitedResource each : limited) {
            if (each.resource().equals(request.resource())) {
                uncovered.addAll(each.limitedNames(usage));
            }
            each.scopes().stream().filter(s -> evaluator.isIn(s, object)).forEach(scopes::add);
        }
        matching.forEach(quota -> uncovered.removeAll(counted(quota)));
        if (!uncovered.isEmpty()) {
            throw request.forbidden(
                    "insufficient quota to consume: " + String.join(",", uncovered));
        }
        Set<String> covered = new HashSet<>();
        for (Quota quota : quotas) {
            quota.scopes().stream()
                    .filter(scope -> evaluator.isIn(scope, object))
                    .forEach(scope -> covered.add(scope.name()));
        }
        scopes.removeIf(scope -> covered.contains(scope.name()));
        if (!scopes.isEmpty()) {
            throw Refusal.withoutReason(
                    "insufficient quota to match these scopes: "
                            + scopes.stream()
                                    .map(QuotaScope::toString)
                                    .collect(Collectors.joining(" ", "[", "]")));
        }
    }

    private Quota charge(Quota quota) {
        ResourceList requested =
                delta(Optional.of(quota)).only(name -> quota.hard().get(name).isPresent());
        Quota charged = quota.using(requested);
        Set<String> exceeded =
                charged.used()
                        .only(name -> requested.get(name).isPresent())
                        .namesOver(quota.hard());
        if (!exceeded.isEmpty() && !request.subresource().equals("status")) {
            throw request.forbidden(
                    "exceeded quota: %s, requested: %s, used: %s, limited: %s"
                            .formatted(
                                    quota.name(),
                                    requested.only(exceeded::contains),
                                    quota.used().only(exceeded::contains),
                                    quota.hard().only(exceeded::contains)));
        }
        return charged;
    }
}
