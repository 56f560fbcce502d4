package io.alcove.apiserver.kinds.batch;

import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;

final class JobValidation implements Validation {

    @Override
    public void check(Inspection object) {}
}
