package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;
import io.alcove.apiserver.registry.UpdateRules;
import io.alcove.apiserver.request.RequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Namespaces: kept by spec.finalizers until the namespace controller has emptied them. */
final class NamespaceStrategy extends BuiltInStrategy {

    private static final String FINALIZER = "kubernetes";

    NamespaceStrategy(Defaulting defaulting, Traits traits) {
        super(defaulting, traits);
    }

    @Override
    protected void prepareNew(RequestContext context, ApiObject namespace) {
        namespace.with("status").put("phase", "Active");
        if (!namespace.textList("spec", "finalizers").contains(FINALIZER)) {
            ArrayNode finalizers = namespace.with("spec").withArray("/finalizers");
            finalizers.add(FINALIZER);
        }
    }

    @Override
    protected void prepareChanged(RequestContext context, ApiObject namespace, ApiObject old) {
        namespace.node().set("spec", old.with("spec").deepCopy());
    }

    @Override
    public boolean isHeld(ApiObject namespace) {
        return !namespace.at("spec", "finalizers").isEmpty();
    }

    @Override
    public void prepareForDeletion(ApiObject namespace) {
        namespace.with("status").put("phase", "Terminating");
    }

    @Override
    public boolean returnsDeletedObject() {
        return true;
    }

    @Override
    public Optional<UpdateRules> subresource(String name) {
        return name.equals("finalize") ? Optional.of(new Finalize()) : super.subresource(name);
    }

    /** namespaces/finalize writes spec.finalizers alone. */
    private final class Finalize implements UpdateRules {

        @Override
        public void prepareForUpdate(RequestContext context, ApiObject namespace, ApiObject old) {
            namespace.node().set("status", old.with("status").deepCopy());
        }

        @Override
        public List<StatusCause> validateUpdate(
                RequestContext context, ApiObject namespace, ApiObject old) {
            List<StatusCause> causes = new ArrayList<>();
            NamespaceValidation.checkFinalize(inspect(namespace, causes));
            return causes;
        }
    }
}
