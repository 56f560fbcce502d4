package io.alcove.apiserver.kinds.certificates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;
import io.alcove.apiserver.registry.UpdateRules;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.UserInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Signing requests: who asks is written down by the server, and the request never changes. */
final class CertificateSigningRequestStrategy extends BuiltInStrategy {

    CertificateSigningRequestStrategy(Defaulting defaulting, Traits traits) {
        super(defaulting, traits);
    }

    @Override
    protected void prepareNew(RequestContext context, ApiObject request) {
        UserInfo user = context.user();
        ObjectNode spec = request.with("spec");
        spec.remove(List.of("username", "uid", "groups", "extra"));
        spec.put("username", user.name());
        if (!user.uid().isEmpty()) {
            spec.put("uid", user.uid());
        }
        ArrayNode groups = spec.putArray("groups");
        user.groups().forEach(groups::add);
        user.extra()
                .forEach(
                        (key, values) -> {
                            ArrayNode list = spec.withObject("/extra").putArray(key);
                            values.forEach(list::add);
                        });
    }

    @Override
    protected void prepareChanged(RequestContext context, ApiObject request, ApiObject old) {
        request.node().set("spec", old.with("spec").deepCopy());
    }

    /** Upstream notes no owner of what it never takes from clients, not even of a new request. */
    @Override
    public List<List<String>> resetFields(String subresource) {
        return switch (subresource) {
            case "status" -> List.of(List.of("spec"), List.of("status", "conditions"));
            case "approval" -> List.of(List.of("spec"), List.of("status", "certificate"));
            default -> List.of(List.of("spec"), List.of("status"));
        };
    }

    @Override
    public Optional<UpdateRules> subresource(String name) {
        return name.equals("approval") ? Optional.of(new ApprovalRules()) : super.subresource(name);
    }

    /** certificatesigningrequests/approval writes the conditions and nothing else. */
    private final class ApprovalRules implements UpdateRules {

        @Override
        public void prepareForUpdate(RequestContext context, ApiObject request, ApiObject old) {
            var conditions = request.at("status", "conditions").deepCopy();
            request.node().set("spec", old.with("spec").deepCopy());
            request.node().set("status", old.with("status").deepCopy());
            if (!conditions.isMissingNode()) {
                request.with("status").set("conditions", conditions);
            }
        }

        @Override
        public List<StatusCause> validateUpdate(
                RequestContext context, ApiObject request, ApiObject old) {
            List<StatusCause> causes = new ArrayList<>();
            new CertificateRequestValidation().checkApproval(inspect(request, causes), old);
            return causes;
        }
    }
}
