package io.alcove.apiserver.authentication;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.apiserver.storage.cache.ObjectStorage;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokens by which machines join: Secrets of type bootstrap.kubernetes.io/token in kube-system
 * (--enable-bootstrap-token-auth). What is wrong with a token is told to nobody.
 */
public final class BootstrapTokens implements TokenAuthenticator {

    private static final Pattern FORM = Pattern.compile("([a-z0-9]{6})\\.([a-z0-9]{16})");
    private static final Pattern GROUP =
            Pattern.compile("system:bootstrappers:[a-z0-9:-]{0,255}[a-z0-9]");
    private static final String EVERY_GROUP = "system:bootstrappers";
    private static final String TYPE = "bootstrap.kubernetes.io/token";

    private final ObjectStorage secrets;
    private final List<String> audiences;
    private final InstantSource clock;

    /**
     * @param audiences what its tokens are for: the API's
     */
    public BootstrapTokens(ObjectStorages storages, List<String> audiences, InstantSource clock) {
        this.secrets = storages.of(new GroupResource("", "secrets"));
        this.audiences = List.copyOf(audiences);
        this.clock = clock;
    }

    @Override
    public TokenOutcome authenticate(String token, List<String> asked) {
        List<String> common = asked.stream().filter(audiences::contains).toList();
        Matcher parts = FORM.matcher(token);
        if (common.isEmpty() || !parts.matches()) {
            return new TokenOutcome.Unknown();
        }
        String id = parts.group(1);
        return secrets.any()
                .get(new ObjectName("kube-system", "bootstrap-token-" + id))
                .map(stored -> ApiObject.parse(stored.json()))
                .filter(secret -> isGood(secret, id, parts.group(2)))
                .flatMap(BootstrapTokens::groups)
                .<TokenOutcome>map(
                        groups ->
                                new TokenOutcome.Known(
                                        new UserInfo(
                                                "system:bootstrap:" + id, "", groups, Map.of()),
                                        common))
                .orElseGet(TokenOutcome.Unknown::new);
    }

    private boolean isGood(ApiObject secret, String id, String part) {
        return !secret.isBeingDeleted()
                && secret.text("type").equals(TYPE)
                && MessageDigest.isEqual(bytes(data(secret, "token-secret")), bytes(part))
                && data(secret, "token-id").equals(id)
                && !isExpired(data(secret, "expiration"))
                && data(secret, "usage-bootstrap-authentication").equals("true");
    }

    private boolean isExpired(String expiration) {
        if (expiration.isEmpty()) {
            return false;
        }
        try {
            Instant end = OffsetDateTime.parse(expiration).toInstant();
            return !end.isAfter(clock.instant());
        } catch (DateTimeException _) {
            return true;
        }
    }

    /** Empty where one has a name that is not allowed. */
    private static Optional<List<String>> groups(ApiObject secret) {
        TreeSet<String> groups = new TreeSet<>(List.of(EVERY_GROUP));
        String extra = data(secret, "auth-extra-groups");
        for (String group : extra.isEmpty() ? new String[0] : extra.split(",", -1)) {
            if (!GROUP.matcher(group).matches()) {
                return Optional.empty();
            }
            groups.add(group);
        }
        return Optional.of(List.copyOf(groups));
    }

    private static String data(ApiObject secret, String key) {
        try {
            return new String(
                    Base64.getDecoder().decode(secret.text("data", key)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
