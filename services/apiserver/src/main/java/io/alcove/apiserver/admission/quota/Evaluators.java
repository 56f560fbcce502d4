package io.alcove.apiserver.admission.quota;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apiserver.admission.CoreResources;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what the objects of a resource cost; those that are not stored cost nothing. */
final class Evaluators {

    private static final String AUTHORIZATION = "authorization.k8s.io";
    private static final String AUTHENTICATION = "authentication.k8s.io";

    private static final Set<GroupResource> IGNORED =
            Set.of(
                    new GroupResource("", "bindings"),
                    new GroupResource("", "componentstatuses"),
                    new GroupResource("", "events"),
                    new GroupResource("events.k8s.io", "events"),
                    new GroupResource(AUTHENTICATION, "tokenreviews"),
                    new GroupResource(AUTHENTICATION, "selfsubjectreviews"),
                    new GroupResource(AUTHORIZATION, "subjectaccessreviews"),
                    new GroupResource(AUTHORIZATION, "selfsubjectaccessreviews"),
                    new GroupResource(AUTHORIZATION, "localsubjectaccessreviews"),
                    new GroupResource(AUTHORIZATION, "selfsubjectrulesreviews"));

    /** Resources that quotas knew by their plain name before they knew all. */
    private static final Set<String> ALIASED =
            Set.of("configmaps", "resourcequotas", "replicationcontrollers", "secrets");

    private final Map<GroupResource, Evaluator> particular;

    Evaluators(InstantSource clock) {
        this.particular =
                Map.of(
                        CoreResources.PODS,
                        new PodCost(clock),
                        CoreResources.SERVICES,
                        new ServiceCost(),
                        CoreResources.PERSISTENT_VOLUME_CLAIMS,
                        new VolumeClaimCost(),
                        new GroupResource("resource.k8s.io", "resourceclaims"),
                        new DeviceClaimCost());
    }

    Optional<Evaluator> of(GroupResource resource) {
        if (IGNORED.contains(resource)) {
            return Optional.empty();
        }
        Evaluator evaluator = particular.get(resource);
        return Optional.of(evaluator == null ? count(resource) : evaluator);
    }

    private static Evaluator count(GroupResource resource) {
        String name = ObjectCount.name(resource);
        boolean aliased = resource.group().isEmpty() && ALIASED.contains(resource.resource());
        return new ObjectCount(aliased ? List.of(name, resource.resource()) : List.of(name));
    }
}
