package io.alcove.syncer.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.syncer.cluster.VirtualClient;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.host.HostClient;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.translation.PodTranslation;
import io.alcove.syncer.translation.TokenVolumes;
import io.alcove.syncer.translation.TokenVolumes.Token;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Asks the tenant's API server for a pod's tokens and lays them on the host. */
final class TokenMint {

    /** As kubelets do: at four fifths of a token's life. */
    private static final double RENEWED_AFTER = 0.8;

    private final VirtualClient virtual;
    private final HostClient host;
    private final PodTranslation translation;
    private final Clock clock;

    TokenMint(VirtualClient virtual, HostClient host, PodTranslation translation, Clock clock) {
        this.virtual = virtual;
        this.host = host;
        this.translation = translation;
        this.clock = clock;
    }

    void mint(ApiObject virtualPod) {
        ApiObject secret = translation.tokenSecret(virtualPod);
        ObjectNode data = secret.node().putObject("data");
        Instant renewAt = Instant.MAX;
        for (Token token : TokenVolumes.of(virtualPod)) {
            Instant now = clock.instant();
            ApiObject issued = request(virtualPod, token);
            data.put(
                    token.key(),
                    Base64.getEncoder()
                            .encodeToString(
                                    issued.text("status", "token")
                                            .getBytes(StandardCharsets.UTF_8)));
            Instant expiry = Instant.parse(issued.text("status", "expirationTimestamp"));
            Instant due = now.plus(share(Duration.between(now, expiry)));
            renewAt = due.isBefore(renewAt) ? due : renewAt;
        }
        secret.node()
                .withObject("/metadata")
                .withObject("annotations")
                .put(TokenUpkeep.RENEW_AT, renewAt.toString());
        host.apply(HostResource.SECRETS, secret);
    }

    private ApiObject request(ApiObject virtualPod, Token token) {
        String account = virtualPod.text("spec", "serviceAccountName");
        ObjectName name =
                new ObjectName(virtualPod.namespace(), account.isEmpty() ? "default" : account);
        ApiObject request =
                ApiObject.of(
                        new GroupVersionKind("authentication.k8s.io", "v1", "TokenRequest"), name);
        ObjectNode spec = request.node().putObject("spec");
        if (!token.audience().isEmpty()) {
            spec.putArray("audiences").add(token.audience());
        }
        spec.put("expirationSeconds", token.lifetime().toSeconds());
        spec.putObject("boundObjectRef")
                .put("apiVersion", "v1")
                .put("kind", "Pod")
                .put("name", virtualPod.name())
                .put("uid", virtualPod.uid());
        return virtual.createSubresource(VirtualResource.SERVICE_ACCOUNTS, name, "token", request);
    }

    private static Duration share(Duration lifetime) {
        return Duration.ofMillis((long) (lifetime.toMillis() * RENEWED_AFTER));
    }
}
