package io.alcove.controllermanager.garbage;

import io.alcove.apimachinery.object.OwnerReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What becomes of an object whose owners have been looked at. */
sealed interface Verdict {

    /** It has an owner, and no other reference is in anyone's way. */
    record Stay() implements Verdict {}

    /** It has an owner; the references to these others hold nothing and no one any longer. */
    record Release(Set<String> ownerUids) implements Verdict {}

    /**
     * It has no owner left.
     *
     * @param policy how its own dependents go
     */
    record Collect(String policy) implements Verdict {}

    /** What an owner turned out to be. */
    enum Owner {
        SOLID,
        ABSENT,
        WAITING
    }

    /**
     * @param states of the node's owners, in their order
     */
    static Verdict of(Node node, List<Owner> states, boolean hasDependents) {
        if (node.owners().isEmpty()) {
            return new Stay();
        }
        Set<String> useless = new TreeSet<>();
        List<OwnerReference> owners = new ArrayList<>(node.owners());
        for (int i = 0; i < owners.size(); i++) {
            if (states.get(i) != Owner.SOLID) {
                useless.add(owners.get(i).uid());
            }
        }
        if (states.contains(Owner.SOLID)) {
            return useless.isEmpty() ? new Stay() : new Release(useless);
        }
        if (states.contains(Owner.WAITING) && hasDependents) {
            return new Collect("Foreground");
        }
        return new Collect(ownPolicy(node));
    }

    private static String ownPolicy(Node node) {
        if (node.finalizers().contains(Node.ORPHAN)) {
            return "Orphan";
        }
        return node.finalizers().contains(Node.FOREGROUND) ? "Foreground" : "Background";
    }
}
