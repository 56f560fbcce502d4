package io.alcove.apiserver.kinds.strategy;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import io.alcove.apiserver.registry.UpdateRules;
import io.alcove.apiserver.request.RequestContext;
import java.util.ArrayList;
import java.util.List;

/** Of the status of a kind: nothing but what its rules say. */
record StatusRules(Validation validation) implements UpdateRules {

    @Override
    public List<StatusCause> validateUpdate(
            RequestContext context, ApiObject object, ApiObject old) {
        List<StatusCause> causes = new ArrayList<>();
        validation.checkStatus(Inspection.of(object, causes), old);
        return causes;
    }
}
