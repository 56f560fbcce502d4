package io.alcove.simulatednode.pod;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.OwnerReference;
import java.time.Duration;
import java.util.Optional;

/** How a pod's containers end by themselves, if they do. */
record Ending(int exitCode) {

    /** On a pod: its containers end with this code, each time that they run. */
    static final String EXIT_CODE = "simulation.alcove.io/exit-code";

    /** How long a container runs that ends. */
    static final Duration RUN_TIME = Duration.ofSeconds(1);

    private static final int UNREADABLE = 255;

    static Optional<Ending> of(ApiObject pod) {
        Optional<String> asked = pod.annotation(EXIT_CODE);
        if (asked.isPresent()) {
            return asked.map(Ending::parse);
        }
        boolean isJobs =
                pod.controller().map(OwnerReference::kind).filter("Job"::equals).isPresent();
        return isJobs ? Optional.of(new Ending(0)) : Optional.empty();
    }

    /** A code that cannot be read is a failure that its author sees. */
    private static Ending parse(String code) {
        try {
            return new Ending(Math.clamp(Integer.parseInt(code.strip()), 0, UNREADABLE));
        } catch (NumberFormatException _) {
            return new Ending(UNREADABLE);
        }
    }
}
