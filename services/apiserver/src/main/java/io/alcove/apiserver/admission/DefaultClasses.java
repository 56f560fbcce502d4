package io.alcove.apiserver.admission;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Finds the class that annotations mark as the default: the newest, then the first by name. */
public final class DefaultClasses {

    private static final Comparator<ApiObject> ORDER =
            Comparator.comparing((ApiObject c) -> c.text("metadata", "creationTimestamp"))
                    .reversed()
                    .thenComparing(ApiObject::name);

    private DefaultClasses() {}

    /**
     * @param marks annotations, any of which makes a class the default by the value "true"
     */
    public static Optional<ApiObject> find(
            ClusterObjects objects, GroupResource classes, Set<String> marks) {
        return objects.list(classes, "").stream()
                .filter(c -> marks.stream().anyMatch(m -> isTrue(c, m)))
                .min(ORDER);
    }

    private static boolean isTrue(ApiObject candidate, String mark) {
        return candidate.annotation(mark).filter("true"::equals).isPresent();
    }
}
