package io.alcove.apiserver.admission.quota;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.limits.ResourceList;
import java.util.List;

/**
 * A ResourceQuota as its controller last saw it, and what requests have used since.
 *
 * @param hard of its status: what its spec says counts once the controller has counted
 */
record Quota(ApiObject object, List<QuotaScope> scopes, ResourceList hard, ResourceList used) {

    static Quota of(ApiObject object) {
        return new Quota(
                object,
                QuotaScope.of(object),
                ResourceList.of(object.at("status", "hard")),
                ResourceList.of(object.at("status", "used")));
    }

    String name() {
        return object.name();
    }

    boolean matches(Evaluator evaluator, ApiObject candidate) {
        return hard.names().stream().anyMatch(evaluator::counts)
                && scopes.stream().allMatch(scope -> evaluator.isIn(scope, candidate));
    }

    Quota using(ResourceList more) {
        return new Quota(object, scopes, hard, used.plus(more));
    }

    /** The object with what is used now. */
    ApiObject toObject() {
        ApiObject changed = object.copy();
        ObjectNode amounts = changed.with("status", "used").removeAll();
        used.amounts().forEach((name, amount) -> amounts.put(name, amount.toString()));
        return changed;
    }
}
