package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.alcove.apimachinery.json.BodyFormat;
import io.alcove.apimachinery.json.DecodeException;
import io.alcove.apimachinery.json.ObjectDecoder;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where the next page of a list begins, in upstream's encoding.
 *
 * @param revision of the first page; {@link #INCONSISTENT} to go on with the newest state
 * @param after the last object of the page before
 */
record ContinueToken(long revision, ObjectName after) {

    static final long INCONSISTENT = -1;

    private static final String VERSION = "meta.k8s.io/v1";
    private static final char AFTER = '\0';

    static ContinueToken parse(String text) {
        JsonNode token;
        try {
            token = ObjectDecoder.parse(Base64.getUrlDecoder().decode(text), BodyFormat.JSON);
        } catch (DecodeException e) {
            throw invalid("continue key is not valid: " + e.reason());
        } catch (IllegalArgumentException e) {
            throw invalid("continue key is not valid: " + e.getMessage());
        }
        if (!token.path("v").asText().equals(VERSION)) {
            throw invalid(
                    "continue key is not valid: server does not recognize this encoded version "
                            + token.path("v").asText());
        }
        long revision = token.path("rv").asLong();
        String start = token.path("start").asText();
        if (revision == 0) {
            throw invalid(
                    "continue key is not valid: incorrect encoded start resourceVersion (version meta.k8s.io/v1)");
        }
        if (start.isEmpty()) {
            throw invalid(
                    "continue key is not valid: encoded start key empty (version meta.k8s.io/v1)");
        }
        return new ContinueToken(revision, name(start));
    }

    String encode() {
        String token =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("v", VERSION)
                        .put("rv", revision)
                        .put("start", after.toString() + AFTER)
                        .toString();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectName name(String start) {
        String key = start.substring(0, start.length() - (start.endsWith("\0") ? 1 : 0));
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        if (name.contains("/") || name.equals("..") || key.startsWith("..")) {
            throw invalid("continue key is not valid: " + start);
        }
        return new ObjectName(slash < 0 ? "" : key.substring(0, slash), name);
    }

    private static StatusException invalid(String why) {
        return StatusException.badRequest("invalid continue token: " + why);
    }
}
