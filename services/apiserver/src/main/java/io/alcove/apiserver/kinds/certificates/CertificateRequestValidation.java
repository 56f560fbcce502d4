package io.alcove.apiserver.kinds.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Signing requests. The signature of what they request is left to the signer. */
public final class CertificateRequestValidation implements Validation {

    private static final int SHORTEST = 600;
    private static final List<String> USAGES =
            List.of(
                    "any",
                    "cert sign",
                    "client auth",
                    "code signing",
                    "content commitment",
                    "crl sign",
                    "data encipherment",
                    "decipher only",
                    "digital signature",
                    "email protection",
                    "encipher only",
                    "ipsec end system",
                    "ipsec tunnel",
                    "ipsec user",
                    "key agreement",
                    "key encipherment",
                    "microsoft sgc",
                    "netscape sgc",
                    "ocsp signing",
                    "s/mime",
                    "server auth",
                    "signing",
                    "timestamping");

    @Override
    public void check(Inspection request) {
        spec(request.field("spec"));
        RequestConditions.check(request.at("status", "conditions"));
        Inspection certificate = request.at("status", "certificate");
        if (!certificate.text().isEmpty()) {
            PemText.checkCertificates(certificate);
        }
    }

    private static void spec(Inspection spec) {
        Inspection request = spec.field("request");
        if (!PemText.beginsWith(request.text(), "CERTIFICATE REQUEST")) {
            request.invalid(
                    request.isPresent() ? request.text() : NullNode.instance,
                    "PEM block type must be CERTIFICATE REQUEST");
        }
        Inspection usages = spec.field("usages");
        if (usages.size() == 0) {
            usages.missing();
        }
        usages.each(usage -> usage.supports(USAGES));
        Set<String> seen = new HashSet<>();
        usages.each(
                usage -> {
                    if (!seen.add(usage.text())) {
                        usage.duplicate();
                    }
                });
        Inspection signer = spec.field("signerName");
        if (signer.is("kubernetes.io/legacy-unknown")) {
            signer.invalid("the legacy signerName is not allowed via this API version");
        } else {
            SignerNames.check(signer);
        }
        Inspection seconds = spec.field("expirationSeconds");
        if (seconds.isPresent() && seconds.number() < SHORTEST) {
            seconds.invalid("may not specify a duration less than 600 seconds (10 minutes)");
        }
    }

    @Override
    public void checkUpdate(Inspection request, ApiObject old) {
        checkChange(request, old, false, false);
    }

    @Override
    public void checkStatus(Inspection request, ApiObject old) {
        checkChange(request, old, false, true);
    }

    void checkApproval(Inspection request, ApiObject old) {
        checkChange(request, old, true, false);
    }

    private void checkChange(
            Inspection request, ApiObject old, boolean approves, boolean certifies) {
        check(request);
        Inspection conditions = request.at("status", "conditions");
        JsonNode before = old.at("status", "conditions");
        RequestConditions.checkKept(conditions, before);
        if (!approves) {
            RequestConditions.checkSame(conditions, before);
        }
        Inspection certificate = request.at("status", "certificate");
        String had = old.at("status", "certificate").asText("");
        if (!certificate.text().equals(had)) {
            if (!certifies) {
                certificate.forbidden("updates may not set certificate content");
            } else if (!had.isEmpty()) {
                certificate.forbidden("updates may not modify existing certificate content");
            }
        }
    }
}
