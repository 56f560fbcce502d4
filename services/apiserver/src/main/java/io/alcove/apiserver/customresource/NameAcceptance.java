package io.alcove.apiserver.customresource;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apiserver.customresource.Conditions.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of the names that a definition wants it gets: those that no other definition of its group
 * has.
 */
record NameAcceptance(NameSet accepted, Condition condition) {

    /**
     * @param group the accepted names of all definitions of the group, this one's among them
     */
    static NameAcceptance decide(ApiObject definition, Collection<NameSet> group) {
        Set<String> resources = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        for (NameSet names : group) {
            resources.add(names.plural());
            resources.add(names.singular());
            resources.addAll(names.shortNames());
            kinds.add(names.kind());
            kinds.add(names.listKind());
        }
        return new Decision(resources, kinds)
                .of(
                        NameSet.of(definition.at("spec", "names")),
                        NameSet.of(definition.at("status", "acceptedNames")));
    }

    private static final class Decision {
        private final Set<String> resources;
        private final Set<String> kinds;
        private String reason = "";
        private String message = "";

        Decision(Set<String> resources, Set<String> kinds) {
            this.resources = resources;
            this.kinds = kinds;
        }

        NameAcceptance of(NameSet wanted, NameSet had) {
            NameSet accepted =
                    new NameSet(
                            take("Plural", wanted.plural(), had.plural(), resources),
                            take("Singular", wanted.singular(), had.singular(), resources),
                            takeShortNames(wanted.shortNames(), had.shortNames()),
                            take("Kind", wanted.kind(), had.kind(), kinds),
                            take("ListKind", wanted.listKind(), had.listKind(), kinds),
                            wanted.categories());
            Condition condition =
                    reason.isEmpty()
                            ? new Condition(
                                    Definition.NAMES_ACCEPTED,
                                    "True",
                                    "NoConflicts",
                                    "no conflicts found")
                            : new Condition(Definition.NAMES_ACCEPTED, "False", reason, message);
            return new NameAcceptance(accepted, condition);
        }

        private String take(String what, String wanted, String had, Set<String> used) {
            if (wanted.equals(had) || !used.contains(wanted)) {
                return wanted;
            }
            conflict(what, inUse(wanted));
            return had;
        }

        private List<String> takeShortNames(List<String> wanted, List<String> had) {
            List<String> problems = new ArrayList<>();
            for (String name : wanted) {
                if (!had.contains(name) && resources.contains(name)) {
                    problems.add(inUse(name));
                }
            }
            if (problems.isEmpty()) {
                return wanted;
            }
            conflict(
                    "ShortNames",
                    problems.size() == 1
                            ? problems.getFirst()
                            : "[" + String.join(", ", problems) + "]");
            return had;
        }

        /** The last of several is told. */
        private void conflict(String what, String why) {
            reason = what + "Conflict";
            message = why;
        }

        private static String inUse(String name) {
            return GoText.quote(name) + " is already in use";
        }
    }
}
