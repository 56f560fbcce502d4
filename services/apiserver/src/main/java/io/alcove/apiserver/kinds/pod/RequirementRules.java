package io.alcove.apiserver.kinds.pod;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.quantity.InvalidQuantityException;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Quantities;
import io.alcove.apiserver.kinds.validation.ResourceNames;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** requests, limits and claims of a container or of a pod. */
final class RequirementRules {

    private RequirementRules() {}

    static void container(Inspection resources, Set<String> podClaims) {
        check(resources, ResourceNames::checkContainer, podClaims);
    }

    static void check(Inspection resources, Consumer<Inspection> name, Set<String> podClaims) {
        if (resources.size() == 0) {
            return;
        }
        Inspection limits = resources.field("limits");
        Inspection requests = resources.field("requests");
        limits.eachEntry(
                limit -> {
                    name.accept(limit);
                    amount(limit);
                });
        requests.eachEntry(
                request -> {
                    name.accept(request);
                    Quantities.ofResource(request);
                    againstLimit(request, requests, limits);
                    hugePages(request);
                });
        pagesNeedMore(resources, limits, requests);
        claims(resources.field("claims"), podClaims);
    }

    static void overhead(Inspection overhead) {
        Inspection limits = overhead.field("limits", overhead.node());
        limits.eachEntry(
                limit -> {
                    ResourceNames.checkContainer(limit);
                    amount(limit);
                });
        if (overhead.keys().stream().anyMatch(ResourceNames::isHugePages) && !isCompute(overhead)) {
            overhead.forbidden("HugePages require cpu or memory");
        }
    }

    private static void amount(Inspection limit) {
        Quantities.ofResource(limit);
        hugePages(limit);
    }

    private static void againstLimit(Inspection request, Inspection requests, Inspection limits) {
        String name = request.name();
        boolean overcommit = ResourceNames.isOvercommitAllowed(name);
        if (!limits.node().has(name)) {
            if (!overcommit) {
                limits.missing("Limit must be set for non overcommitable resources");
            }
            return;
        }
        Quantity asked = Quantities.of(request.node());
        Quantity limit = Quantities.of(limits.node().path(name));
        if (!overcommit && !asked.equals(limit)) {
            requests.invalid(asked.toString(), "must be equal to " + name + " limit of " + limit);
        } else if (asked.compareTo(limit) > 0) {
            requests.invalid(
                    asked.toString(),
                    "must be less than or equal to " + name + " limit of " + limit);
        }
    }

    private static void hugePages(Inspection quantity) {
        String name = quantity.name();
        if (!ResourceNames.isHugePages(name)) {
            return;
        }
        Quantity amount = Quantities.of(quantity.node());
        if (!isWholePages(name, amount)) {
            quantity.invalid(
                    amount.toString(), amount + " is not positive integer multiple of " + name);
        }
    }

    private static boolean isWholePages(String name, Quantity amount) {
        try {
            return Quantities.divides(Quantity.parse(ResourceNames.pageSize(name)), amount);
        } catch (InvalidQuantityException _) {
            return false;
        }
    }

    private static void pagesNeedMore(
            Inspection resources, Inspection limits, Inspection requests) {
        boolean pages = hasPages(limits) || hasPages(requests);
        if (pages && !isCompute(limits) && !isCompute(requests)) {
            resources.forbidden("HugePages require cpu or memory");
        }
    }

    private static boolean hasPages(Inspection amounts) {
        return amounts.size() > 0 && amounts.keys().stream().anyMatch(ResourceNames::isHugePages);
    }

    private static boolean isCompute(Inspection amounts) {
        return amounts.node().has("cpu") || amounts.node().has("memory");
    }

    private static void claims(Inspection claims, Set<String> podClaims) {
        if (claims.size() == 0) {
            return;
        }
        Set<String> seen = new HashSet<>();
        claims.each(
                claim -> {
                    String name = claim.field("name").text();
                    if (name.isEmpty()) {
                        claim.missing();
                        return;
                    }
                    unique(claim, name, seen);
                    if (!podClaims.contains(name)) {
                        claim.add(notInPod(claim, name, podClaims));
                    }
                });
    }

    private static void unique(Inspection claim, String name, Set<String> seen) {
        if (seen.contains(name)) {
            claim.duplicate(name);
            return;
        }
        String request = claim.field("request").text();
        String key = request.isEmpty() ? name : name + "/" + request;
        if (!request.isEmpty()) {
            claim.field("request").checked(Names::dns1123Label);
        }
        if (seen.contains(key)) {
            claim.duplicate(key);
        } else if (request.isEmpty()) {
            for (String other : seen) {
                if (other.startsWith(name + "/")) {
                    claim.duplicate(name);
                }
            }
        }
        seen.add(key);
    }

    private static StatusCause notInPod(Inspection claim, String name, Set<String> podClaims) {
        StatusCause cause = StatusCause.notFound(claim.path(), name);
        String list =
                podClaims.isEmpty()
                        ? " which is empty"
                        : ": " + String.join(", ", new TreeSet<>(podClaims));
        return new StatusCause(
                cause.reason(),
                cause.message() + ": must be one of the names in pod.spec.resourceClaims" + list,
                cause.field());
    }
}
