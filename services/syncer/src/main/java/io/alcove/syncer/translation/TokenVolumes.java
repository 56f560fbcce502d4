package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.mark.HostNames;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Projected service account tokens: the host's kubelet would project the host's, so that a pod gets
 * the tenant's from a Secret that is kept fresh.
 */
public final class TokenVolumes implements PodRewrite {

    private static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);

    /** A token that a volume projects; audience is empty for the API server's own. */
    public record Token(String audience, Duration lifetime) {

        /** The token's key in the pod's Secret. */
        public String key() {
            return "token-" + HostNames.hash(audience + " " + lifetime.toSeconds());
        }

        private static Token of(JsonNode source) {
            JsonNode seconds = source.path("expirationSeconds");
            return new Token(
                    source.path("audience").asText(""),
                    seconds.isNumber()
                            ? Duration.ofSeconds(seconds.longValue())
                            : DEFAULT_LIFETIME);
        }
    }

    private final HostNames names;

    TokenVolumes(HostNames names) {
        this.names = names;
    }

    /** The tokens that the pod's volumes project, each once. */
    public static Set<Token> of(ApiObject virtualPod) {
        Set<Token> tokens = new LinkedHashSet<>();
        for (JsonNode volume : virtualPod.at("spec", "volumes")) {
            for (JsonNode source : volume.path("projected").path("sources")) {
                if (source.has("serviceAccountToken")) {
                    tokens.add(Token.of(source.path("serviceAccountToken")));
                }
            }
        }
        return tokens;
    }

    @Override
    public void rewrite(ObjectNode spec, ApiObject virtualPod, PodSurroundings surroundings) {
        String secret = names.ofTokens(virtualPod.objectName()).name();
        for (JsonNode volume : spec.path("volumes")) {
            for (JsonNode source : volume.path("projected").path("sources")) {
                if (source instanceof ObjectNode object && object.has("serviceAccountToken")) {
                    project(object, secret);
                }
            }
        }
    }

    private static void project(ObjectNode source, String secret) {
        JsonNode projection = source.remove("serviceAccountToken");
        source.putObject("secret")
                .put("name", secret)
                .putArray("items")
                .addObject()
                .put("key", Token.of(projection).key())
                .put("path", projection.path("path").asText());
    }
}
