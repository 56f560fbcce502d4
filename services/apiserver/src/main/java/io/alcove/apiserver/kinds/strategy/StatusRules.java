package io.alcove.apiserver.kinds.strategy;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.printing.GoStructs;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import io.alcove.apiserver.kinds.warning.Warnings;
import io.alcove.apiserver.registry.UpdateRules;
import io.alcove.apiserver.request.RequestContext;
import java.util.ArrayList;
import java.util.List;

/** Of the status of a kind: nothing but what its rules say. */
record StatusRules(
        Validation validation, Warnings warnings, GoStructs structs, boolean unconditional)
        implements UpdateRules {

    @Override
    public void prepareForUpdate(RequestContext context, ApiObject object, ApiObject old) {
        StatusMetadata.keep(object, old);
    }

    @Override
    public boolean allowsUnconditionalUpdate() {
        return unconditional;
    }

    @Override
    public List<StatusCause> validateUpdate(
            RequestContext context, ApiObject object, ApiObject old) {
        List<StatusCause> causes = new ArrayList<>();
        validation.checkStatus(Inspection.of(object, causes, structs), old);
        return causes;
    }

    @Override
    public List<String> updateWarnings(RequestContext context, ApiObject object, ApiObject old) {
        List<String> texts = new ArrayList<>();
        warnings.checkStatus(Inspection.of(object, new ArrayList<>(), structs), texts::add);
        return texts;
    }
}
