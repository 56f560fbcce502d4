package io.alcove.apiserver.kinds.pod;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.PortRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for each container, whatever its list. */
final class ContainerRules {

    static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");

    private static final List<String> MESSAGE_POLICIES = List.of("File", "FallbackToLogsOnError");
    private static final List<String> RESIZABLE = List.of("cpu", "memory");
    private static final List<String> RESIZE = List.of("NotRequired", "RestartContainer");

    private ContainerRules() {}

    static void check(Inspection container, PodScope scope) {
        container.field("name").requiredAs(Names::dns1123Label);
        container.field("image").required();
        container.field("terminationMessagePolicy").requiredOneOf(MESSAGE_POLICIES);
        ports(container.field("ports"));
        EnvRules.env(container.field("env"));
        EnvRules.envFrom(container.field("envFrom"));
        MountRules.check(container, scope);
        container.field("imagePullPolicy").requiredOneOf(PULL_POLICIES);
        RequirementRules.container(container.field("resources"), scope.claims());
        resizePolicies(container.field("resizePolicy"), scope);
        ContainerSecurityRules.check(container.field("securityContext"), scope.hostUsers());
    }

    static void untrimmedImage(Inspection container) {
        Inspection image = container.field("image");
        if (!image.text().equals(image.text().strip())) {
            image.invalid("must not have leading or trailing whitespace");
        }
    }

    private static void ports(Inspection ports) {
        if (ports.size() == 0) {
            return;
        }
        Set<String> names = new HashSet<>();
        ports.each(port -> port(port, names));
    }

    private static void port(Inspection port, Set<String> names) {
        Inspection name = port.field("name");
        if (name.isGiven()) {
            List<String> problems = Names.portName(name.text());
            name.invalid(problems);
            if (problems.isEmpty() && !names.add(name.text())) {
                name.duplicate();
            }
        }
        if (port.field("containerPort").number() == 0) {
            port.field("containerPort").missing();
        } else {
            port.field("containerPort").port();
        }
        if (port.field("hostPort").number() != 0) {
            port.field("hostPort").port();
        }
        PortRules.protocol(port.field("protocol"));
    }

    private static void resizePolicies(Inspection policies, PodScope scope) {
        if (policies.size() == 0) {
            return;
        }
        Set<String> seen = new HashSet<>();
        policies.each(
                policy -> {
                    String resource = policy.field("resourceName").text();
                    if (!seen.add(resource)) {
                        policy.duplicate(resource);
                    }
                    inList(policies, policy.field("resourceName"), RESIZABLE);
                    Inspection restart = policy.field("restartPolicy");
                    inList(policies, restart, RESIZE);
                    if (scope.restartPolicy().equals("Never") && !restart.is("NotRequired")) {
                        policies.invalid(
                                restart.text(),
                                "must be 'NotRequired' when pod `restartPolicy` is 'Never'");
                    }
                });
    }

    /** Upstream tells of the list what is wrong with a field of an element. */
    private static void inList(Inspection list, Inspection value, List<String> supported) {
        Inspection reported = list.holding(value.node());
        reported.requiredOneOf(supported);
    }
}
