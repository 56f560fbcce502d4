package io.alcove.apiserver.kinds.registration;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/** APIServices: which server answers for a group in a version. */
public final class ApiServiceValidation implements Validation {

    private static final int HIGHEST_GROUP_PRIORITY = 20_000;
    private static final int HIGHEST_VERSION_PRIORITY = 1_000;
    private static final int HIGHEST_PORT = 65_535;
    private static final List<String> STATUSES = List.of("False", "True", "Unknown");

    @Override
    public void check(Inspection apiService) {
        Inspection spec = apiService.field("spec");
        Inspection group = spec.field("group");
        Inspection version = spec.field("version");
        String required = version.text() + "." + group.text();
        Inspection name = apiService.at("metadata", "name");
        if (name.isGiven() && !name.is(required)) {
            name.invalid("must be `spec.version+\".\"+spec.group`: " + GoText.quote(required));
        }
        if (!group.isGiven() && !version.is("v1")) {
            group.missing("only v1 may have an empty group and it better be legacy kube");
        }
        group.conforms(Names::dns1123Subdomain);
        version.checked(Names::dns1035Label);
        priority(spec.field("groupPriorityMinimum"), HIGHEST_GROUP_PRIORITY);
        priority(spec.field("versionPriority"), HIGHEST_VERSION_PRIORITY);
        Inspection service = spec.field("service");
        if (service.isPresent()) {
            service(service, spec);
        } else {
            local(spec);
        }
    }

    private static void priority(Inspection priority, int highest) {
        if (priority.number() <= 0 || priority.number() > highest) {
            priority.invalid(priority.numberValue(), "must be positive and less than " + highest);
        }
    }

    private static void local(Inspection spec) {
        Inspection bundle = spec.field("caBundle");
        if (bundle.isGiven()) {
            bundle.invalid(
                    Bytes.ofBase64(bundle.text()) + " bytes",
                    "local APIServices may not have a caBundle");
        }
        Inspection skips = spec.field("insecureSkipTLSVerify");
        if (skips.isTrue()) {
            skips.invalid("local APIServices may not have insecureSkipTLSVerify");
        }
    }

    private static void service(Inspection service, Inspection spec) {
        service.field("namespace").required();
        service.field("name").required();
        Inspection port = service.field("port");
        if (port.number() < 1 || port.number() > HIGHEST_PORT) {
            port.invalid(
                    port.numberValue(), "port is not valid: " + Names.notInRange(1, HIGHEST_PORT));
        }
        Inspection skips = spec.field("insecureSkipTLSVerify");
        if (skips.isTrue() && spec.field("caBundle").isGiven()) {
            skips.invalid("may not be true if caBundle is present");
        }
    }

    @Override
    public void checkStatus(Inspection apiService, ApiObject old) {
        apiService
                .at("status", "conditions")
                .each(condition -> condition.field("status").supports(STATUSES));
    }
}
