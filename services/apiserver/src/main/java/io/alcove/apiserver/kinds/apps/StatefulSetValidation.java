package io.alcove.apiserver.kinds.apps;

import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;

final class StatefulSetValidation implements Validation {

    @Override
    public void check(Inspection object) {}
}
