package io.alcove.apiserver.kinds.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.admission.WebhookClientRules;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How versions are converted. */
final class ConversionRules {

    private static final Set<String> REVIEW_VERSIONS = Set.of("v1", "v1beta1");
    private static final List<String> STRATEGIES = List.of("None", "Webhook");

    private ConversionRules() {}

    static void check(Inspection conversion, SchemaOptions options) {
        if (!conversion.node().isObject()) {
            return;
        }
        List<StatusCause> causes = conversion.causes();
        String strategy = conversion.node().path("strategy").asText("");
        if (strategy.isEmpty()) {
            causes.add(StatusCause.required(conversion.path() + ".strategy", ""));
        } else if (!STRATEGIES.contains(strategy)) {
            causes.add(
                    StatusCause.notSupported(
                            conversion.path() + ".strategy", strategy, STRATEGIES));
        }
        JsonNode webhook = conversion.node().path("webhook");
        JsonNode client = webhook.path("clientConfig");
        String clientPath = conversion.path() + ".webhookClientConfig";
        JsonNode versions = webhook.path("conversionReviewVersions");
        String versionsPath = conversion.path() + ".conversionReviewVersions";
        if (!strategy.equals("Webhook")) {
            String why = "should not be set when strategy is not set to Webhook";
            if (client.isObject()) {
                causes.add(StatusCause.forbidden(clientPath, why));
            }
            if (!versions.isEmpty()) {
                causes.add(StatusCause.forbidden(versionsPath, why));
            }
            return;
        }
        if (client.isObject()) {
            WebhookClientRules.check(conversion.field("webhookClientConfig", client));
            if (!options.invalidCaBundle()) {
                checkBundle(client.path("caBundle").asText(""), clientPath, causes);
            }
        } else {
            causes.add(
                    StatusCause.required(clientPath, "required when strategy is set to Webhook"));
        }
        checkVersions(versions, versionsPath, options.knownReviewVersion(), causes);
    }

    static boolean hasKnownVersion(JsonNode versions) {
        return versions.valueStream().anyMatch(each -> REVIEW_VERSIONS.contains(each.asText()));
    }

    private static void checkVersions(
            JsonNode versions, String path, boolean known, List<StatusCause> causes) {
        if (versions.isEmpty()) {
            causes.add(StatusCause.required(path, ""));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < versions.size(); i++) {
            String version = versions.get(i).asText();
            String at = path + "[" + i + "]";
            if (!seen.add(version)) {
                causes.add(StatusCause.invalid(at, version, "duplicate version"));
                continue;
            }
            Names.dns1035Label(version)
                    .forEach(problem -> causes.add(StatusCause.invalid(at, version, problem)));
        }
        if (known && !hasKnownVersion(versions)) {
            causes.add(
                    StatusCause.invalid(
                            path, versions, "must include at least one of v1, v1beta1"));
        }
    }

    private static void checkBundle(String bundle, String path, List<StatusCause> causes) {
        if (!bundle.isEmpty() && !isValidBundle(bundle)) {
            causes.add(
                    StatusCause.invalid(
                            path + ".caBundle",
                            bundle,
                            "unable to load root certificates: unable to parse bytes as PEM"
                                    + " block"));
        }
    }

    static boolean isValidBundle(String bundle) {
        try {
            byte[] pem = Base64.getDecoder().decode(bundle);
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem))
                    .isEmpty();
        } catch (CertificateException | IllegalArgumentException _) {
            return false;
        }
    }
}
