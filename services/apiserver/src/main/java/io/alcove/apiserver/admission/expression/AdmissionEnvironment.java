package io.alcove.apiserver.admission.expression;

import io.alcove.cel.CelEnvironment;
import io.alcove.cel.library.Authorizers;
import io.alcove.cel.type.CelType;

/** What expressions of webhooks and policies may name. */
public final class AdmissionEnvironment {

    private AdmissionEnvironment() {}

    /**
     * @param base the libraries
     * @param params whether there is a variable params
     * @param authorizer whether the authorizer may be asked
     */
    public static CelEnvironment of(CelEnvironment base, boolean params, boolean authorizer) {
        CelEnvironment environment =
                base.withVariable("object", CelType.DYN)
                        .withVariable("oldObject", CelType.DYN)
                        .withVariable("request", RequestTypes.REQUEST)
                        .withVariable("namespaceObject", RequestTypes.NAMESPACE);
        if (params) {
            environment = environment.withVariable("params", CelType.DYN);
        }
        return authorizer
                ? environment
                        .withVariable("authorizer", Authorizers.AUTHORIZER)
                        .withVariable("authorizer.requestResource", Authorizers.RESOURCE_CHECK)
                : environment;
    }
}
