package io.alcove.apiserver.kinds.certificates;

import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;

final class CertificateSigningRequestValidation implements Validation {

    @Override
    public void check(Inspection object) {}
}
