package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The containers of a pod, its init containers and its ephemeral ones. */
final class ContainerLists {

    private static final String ALWAYS_ONLY =
            "may not be set for init containers without restartPolicy=Always";

    private ContainerLists() {}

    static void check(Inspection spec, PodScope scope) {
        Inspection containers = spec.field("containers");
        if (containers.required()) {
            Set<String> names = new HashSet<>();
            containers.each(container -> container(container, scope, names));
            hostPorts(containers, containers);
        }
        inits(spec, scope);
        EphemeralContainers.check(spec, scope);
    }

    /** All containers in upstream's order. */
    static void visit(Inspection spec, Consumer<Inspection> visitor) {
        spec.field("initContainers").each(visitor);
        spec.field("containers").each(visitor);
        spec.field("ephemeralContainers").each(visitor);
    }

    static Set<String> names(JsonNode list) {
        Set<String> names = new HashSet<>();
        for (JsonNode each : list) {
            names.add(each.path("name").asText(""));
        }
        return names;
    }

    private static void container(Inspection container, PodScope scope, Set<String> names) {
        ContainerRules.check(container, scope);
        if (!names.add(container.field("name").text())) {
            container.field("name").duplicate(container.field("name").text());
        }
        HandlerRules.lifecycle(container.field("lifecycle"), scope);
        probes(container, scope);
        RestartRules.container(container);
    }

    private static void probes(Inspection container, PodScope scope) {
        HandlerRules.liveness(container.field("livenessProbe"), scope);
        HandlerRules.readiness(container.field("readinessProbe"), scope);
        HandlerRules.liveness(container.field("startupProbe"), scope);
    }

    private static void inits(Inspection spec, PodScope scope) {
        Inspection inits = spec.field("initContainers");
        if (inits.size() == 0) {
            return;
        }
        Set<String> names = names(spec.node().path("containers"));
        inits.each(init -> init(init, inits, scope, names));
    }

    private static void init(Inspection init, Inspection inits, PodScope scope, Set<String> names) {
        ContainerRules.check(init, scope);
        RestartRules.init(init);
        boolean isSidecar = init.field("restartPolicy").is("Always");
        Inspection name = init.field("name");
        if (name.isGiven() && !names.add(name.text())) {
            name.duplicate();
        }
        hostPorts(init, inits, 0, new HashSet<>());
        if (isSidecar) {
            HandlerRules.lifecycle(init.field("lifecycle"), scope);
            probes(init, scope);
        } else {
            for (String field : RestartRules.SIDECAR_ONLY) {
                if (init.field(field).isPresent()) {
                    init.field(field).forbidden(ALWAYS_ONLY);
                }
            }
            init.field("resizePolicy").each(ContainerLists::noRestart);
        }
    }

    private static void noRestart(Inspection policy) {
        Inspection restart = policy.field("restartPolicy");
        if (restart.is("RestartContainer")) {
            restart.invalid("must not be set to 'RestartContainer' for non-sidecar initContainers");
        }
    }

    private static void hostPorts(Inspection containers, Inspection reported) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < containers.size(); i++) {
            hostPorts(containers.element(i), reported, i, seen);
        }
    }

    /** Of an init container upstream tells the place as if it were alone in the list. */
    private static void hostPorts(
            Inspection container, Inspection reported, int index, Set<String> seen) {
        JsonNode ports = container.node().path("ports");
        for (int i = 0; i < ports.size(); i++) {
            JsonNode port = ports.get(i);
            if (port.path("hostPort").asLong() == 0) {
                continue;
            }
            String key =
                    port.path("protocol").asText("")
                            + "/"
                            + port.path("hostIP").asText("")
                            + "/"
                            + port.path("hostPort").asLong();
            if (!seen.add(key)) {
                reported.element(index).field("ports").element(i).field("hostPort").duplicate(key);
            }
        }
    }
}
