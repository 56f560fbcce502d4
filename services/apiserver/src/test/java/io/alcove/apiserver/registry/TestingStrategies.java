package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apiserver.request.RequestContext;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Kinds that have of each particularity one. */
final class TestingStrategies implements KindStrategies {

    @Override
    public KindStrategy of(GroupKind kind) {
        return switch (kind.toString()) {
            case "Pod" -> new Pods();
            case "Namespace" -> new Namespaces();
            case "Deployment.apps" -> new Deployments();
            case "Lease.coordination.k8s.io" -> new Leases();
            default -> new KindStrategy() {};
        };
    }

    private static final class Pods implements KindStrategy {
        @Override
        public OptionalLong gracePeriodSeconds(ApiObject pod, OptionalLong requested) {
            if (pod.text("spec", "nodeName").isEmpty()) {
                return OptionalLong.of(0);
            }
            return requested.isPresent() ? requested : OptionalLong.of(30);
        }

        @Override
        public Optional<UpdateRules> subresource(String name) {
            return name.equals("binding") ? Optional.of(new UpdateRules() {}) : Optional.empty();
        }

        @Override
        public boolean returnsDeletedObject() {
            return true;
        }

        @Override
        public Set<String> fieldLabels() {
            return Set.of("spec.nodeName");
        }

        @Override
        public Map<String, String> fields(ApiObject pod) {
            return Map.of("spec.nodeName", pod.text("spec", "nodeName"));
        }
    }

    private static final class Namespaces implements KindStrategy {
        @Override
        public void prepareForCreate(RequestContext context, ApiObject namespace) {
            namespace.with("spec").putArray("finalizers").add("kubernetes");
        }

        @Override
        public boolean isHeld(ApiObject namespace) {
            return !namespace.at("spec", "finalizers").isEmpty();
        }

        @Override
        public void prepareForDeletion(ApiObject namespace) {
            namespace.with("status").put("phase", "Terminating");
        }

        @Override
        public Optional<UpdateRules> subresource(String name) {
            return name.equals("finalize") ? Optional.of(new UpdateRules() {}) : Optional.empty();
        }
    }

    private static final class Deployments implements KindStrategy {
        @Override
        public boolean countsGenerations() {
            return true;
        }
    }

    private static final class Leases implements KindStrategy {
        @Override
        public boolean allowsCreateOnUpdate() {
            return true;
        }

        @Override
        public boolean allowsUnconditionalUpdate() {
            return false;
        }
    }
}
