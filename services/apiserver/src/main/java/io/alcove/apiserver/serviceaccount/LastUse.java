package io.alcove.apiserver.serviceaccount;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.registry.PatchType;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.registry.RequestBody;
import io.alcove.apiserver.registry.WriteOptions;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.apiserver.storage.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Notes on a Secret the day on which its token was last used, for whoever cleans them up. */
public final class LastUse implements Consumer<ApiObject> {

    private static final Logger LOG = Logger.getLogger(LastUse.class);
    private static final String LABEL = "kubernetes.io/legacy-token-last-used";

    private final InstantSource clock;
    private final AtomicReference<Optional<Registry>> registry =
            new AtomicReference<>(Optional.empty());

    public LastUse(InstantSource clock) {
        this.clock = clock;
    }

    /** Until then nothing is noted. */
    public void writeThrough(Registry through) {
        registry.set(Optional.of(through));
    }

    @Override
    public void accept(ApiObject secret) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String noted = secret.label(LABEL).orElse("");
        // tomorrow is today for a server whose clock is ahead
        if (!Set.of(today.toString(), today.plusDays(1).toString()).contains(noted)) {
            registry.get().ifPresent(through -> note(through, secret, today.toString()));
        }
    }

    private static void note(Registry through, ApiObject secret, String day) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("metadata").put("uid", secret.uid()).putObject("labels").put(LABEL, day);
        RequestInfo info =
                new RequestInfo(
                        "patch",
                        "/api/v1/secrets",
                        "",
                        "v1",
                        "secrets",
                        "",
                        secret.namespace(),
                        secret.name());
        try {
            through.patch(
                    new RequestContext(UserInfo.apiServer(), info, "kube-apiserver", _ -> {}),
                    PatchType.MERGE,
                    RequestBody.json(patch.toString().getBytes(StandardCharsets.UTF_8)),
                    WriteOptions.DEFAULT);
        } catch (StatusException | StoreException e) {
            LOG.warnf(
                    "last use of a token not noted namespace=%s name=%s cause=%s",
                    secret.namespace(), secret.name(), e.getMessage());
        }
    }
}
