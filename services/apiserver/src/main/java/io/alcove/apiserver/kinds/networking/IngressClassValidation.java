package io.alcove.apiserver.kinds.networking;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.DomainPaths;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;

/** IngressClasses. */
public final class IngressClassValidation implements Validation {

    private static final int MAX_CONTROLLER = 250;

    @Override
    public void check(Inspection ingressClass) {
        Inspection controller = ingressClass.at("spec", "controller");
        if (Bytes.length(controller.text()) > MAX_CONTROLLER) {
            controller.tooLong(MAX_CONTROLLER);
        }
        DomainPaths.check(controller);
        ReferenceRules.scoped(ingressClass.at("spec", "parameters"));
    }

    @Override
    public void checkUpdate(Inspection ingressClass, ApiObject old) {
        ingressClass.at("spec", "controller").immutable(old.at("spec", "controller"), "s");
        check(ingressClass);
    }
}
