package io.alcove.apiserver.kinds.core;

import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;

final class ServiceValidation implements Validation {

    @Override
    public void check(Inspection object) {}
}
