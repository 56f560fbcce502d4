package io.alcove.apiserver.kinds.certificates;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.List;
import java.util.function.Function;

/** Names of signers: a domain and a path ("example.com/signer"). */
final class SignerNames {

    private SignerNames() {}

    static void check(Inspection signer) {
        if (!signer.required()) {
            return;
        }
        String[] segments = signer.text().split("/", -1);
        if (segments.length != 2) {
            signer.invalid(
                    "must be a fully qualified domain and path of the form"
                            + " 'example.com/signer-name'");
            return;
        }
        if (segments[0].length() > 253) {
            signer.tooLong(253);
        }
        labels(signer, segments[0], Names::dns1123Label);
        if (segments[0].indexOf('.') < 0) {
            signer.invalid(
                    segments[0], "should be a domain with at least two segments separated by dots");
        }
        labels(signer, segments[1], Names::dns1123Subdomain);
        if (signer.text().length() > 571) {
            signer.tooLong(571);
        }
    }

    private static void labels(
            Inspection signer, String segment, Function<String, List<String>> check) {
        for (String label : segment.split("\\.", -1)) {
            List<String> problems = check.apply(label);
            if (!problems.isEmpty()) {
                for (String problem : problems) {
                    signer.invalid(segment, "validating label \"" + label + "\": " + problem);
                }
                return;
            }
        }
    }
}
