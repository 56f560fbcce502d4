package io.alcove.apiserver.kinds.storage;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** CSIDrivers. */
public final class CsiDriverValidation implements Validation {

    private static final List<String> GROUP_POLICIES =
            List.of("File", "None", "ReadWriteOnceWithFSType");
    private static final List<String> MODES = List.of("Persistent", "Ephemeral");
    private static final long MIN_SECONDS = 600;
    private static final long MAX_SECONDS = 1L << 32;
    private static final long MIN_PERIOD = 10;

    @Override
    public void check(Inspection driver) {
        Inspection spec = driver.field("spec");
        present(spec.field("attachedRequired", spec.node().path("attachRequired")));
        present(spec.field("podInfoOnMount"));
        present(spec.field("storageCapacity"));
        spec.field("fsGroupPolicy").oneOf(GROUP_POLICIES);
        Set<String> audiences = new HashSet<>();
        Inspection requests = spec.field("tokenRequests");
        requests.each(request -> token(request, audiences));
        Inspection modes = spec.field("volumeLifecycleModes");
        for (JsonNode mode : modes.node()) {
            modes.holding(mode).oneOf(MODES);
        }
        present(spec.field("seLinuxMount"));
        Inspection period = spec.field("nodeAllocatableUpdatePeriodSeconds");
        if (period.isPresent() && period.number() < MIN_PERIOD) {
            period.invalid("must be greater than or equal to 10 seconds");
        }
        Inspection inSecrets = spec.field("serviceAccountTokenInSecrets");
        if (inSecrets.isPresent() && requests.size() == 0) {
            inSecrets.invalid(
                    "serviceAccountTokenInSecrets is set but no tokenRequests are specified");
        }
    }

    private static void present(Inspection flag) {
        if (!flag.isPresent()) {
            flag.missing();
        }
    }

    private static void token(Inspection request, Set<String> audiences) {
        Inspection audience = request.field("audience");
        if (!audiences.add(audience.text())) {
            audience.duplicate(audience.text());
            return;
        }
        Inspection seconds = request.field("expirationSeconds");
        if (!seconds.isPresent()) {
            return;
        }
        if (seconds.number() < MIN_SECONDS) {
            seconds.invalid("may not specify a duration less than 10 minutes");
        }
        if (seconds.number() > MAX_SECONDS) {
            seconds.invalid("may not specify a duration larger than 2^32 seconds");
        }
    }

    @Override
    public void checkUpdate(Inspection driver, ApiObject old) {
        check(driver);
        Inspection spec = driver.field("spec");
        spec.field("attachedRequired", spec.node().path("attachRequired"))
                .immutable(old.at("spec", "attachRequired"), "*b");
        spec.field("volumeLifecycleModes").immutable(old.at("spec", "volumeLifecycleModes"), "ls");
    }
}
