package io.alcove.apiserver.kinds.storage;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/** VolumeAttributesClasses, which never change. */
public final class VolumeAttributesClassValidation implements Validation {

    @Override
    public void check(Inspection attributes) {
        ClassParts.provisioner(attributes.field("driverName"));
        Inspection parameters = attributes.field("parameters");
        ClassParts.parameters(parameters);
        if (parameters.size() == 0) {
            parameters.missing("must contain at least one key/value pair");
        }
    }

    @Override
    public void checkUpdate(Inspection attributes, ApiObject old) {
        for (String field : List.of("driverName", "parameters")) {
            if (!attributes.field(field).isSame(old.at(field))) {
                attributes.field(field).forbidden("updates to " + field + " are forbidden.");
            }
        }
        check(attributes);
    }
}
