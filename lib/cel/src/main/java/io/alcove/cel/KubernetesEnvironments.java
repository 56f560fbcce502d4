package io.alcove.cel;

import io.alcove.cel.function.Library;
import io.alcove.cel.library.Addresses;
import io.alcove.cel.library.Authorizers;
import io.alcove.cel.library.JsonPatches;
import io.alcove.cel.library.Lists;
import io.alcove.cel.library.MoreLists;
import io.alcove.cel.library.NamedFormats;
import io.alcove.cel.library.Optionals;
import io.alcove.cel.library.Quantities;
import io.alcove.cel.library.RegularExpressions;
import io.alcove.cel.library.Semvers;
import io.alcove.cel.library.Sets;
import io.alcove.cel.library.StandardLibrary;
import io.alcove.cel.library.Strings;
import io.alcove.cel.library.TwoVariables;
import io.alcove.cel.library.Urls;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The environments of Kubernetes' versions: the libraries that expressions of a version may use.
 */
public final class KubernetesEnvironments {

    /**
     * @param since the first minor of Kubernetes that has it
     */
    private record Entry(int since, Supplier<Library> library) {}

    private static final List<Entry> LIBRARIES =
            List.of(
                    new Entry(0, StandardLibrary::library),
                    new Entry(0, Urls::library),
                    new Entry(0, RegularExpressions::library),
                    new Entry(0, Lists::library),
                    new Entry(27, Authorizers::library),
                    new Entry(28, Optionals::library),
                    new Entry(28, Quantities::library),
                    new Entry(29, Strings::library),
                    new Entry(29, Sets::library),
                    new Entry(30, Addresses::library),
                    new Entry(31, NamedFormats::library),
                    new Entry(32, TwoVariables::library),
                    new Entry(33, Semvers::library),
                    new Entry(34, MoreLists::library));

    private static final int ANY = Integer.MAX_VALUE;

    private static final Map<Integer, CelEnvironment> KEPT = new ConcurrentHashMap<>();

    private KubernetesEnvironments() {}

    /**
     * For expressions in new objects of a Kubernetes version such as "1.36": what its predecessor
     * knows as well, so that objects survive a rollback.
     */
    public static CelEnvironment forNew(String version) {
        int minor = Integer.parseInt(version.substring(version.indexOf('.') + 1));
        return of(minor - 1);
    }

    /** For expressions that are stored: all that any version knows. */
    public static CelEnvironment forStored() {
        return of(ANY);
    }

    /** What mutating policies have beside the rest. */
    public static CelEnvironment withJsonPatch(CelEnvironment environment) {
        return environment.withLibrary(JsonPatches.library());
    }

    private static CelEnvironment of(int minor) {
        return KEPT.computeIfAbsent(
                minor,
                _ ->
                        CelEnvironment.of(
                                LIBRARIES.stream()
                                        .filter(entry -> entry.since() <= minor)
                                        .map(entry -> entry.library().get())
                                        .toList()));
    }
}
