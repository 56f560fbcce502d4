package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashSet;
import java.util.Set;

/** spec.resourceClaims. */
final class ResourceClaimRules {

    private ResourceClaimRules() {}

    static void check(Inspection claims, boolean isMirror) {
        if (claims.size() == 0) {
            return;
        }
        Set<String> names = new HashSet<>();
        claims.each(
                claim -> {
                    if (isMirror) {
                        claim.add(
                                StatusCause.forbidden(
                                        "[]", "static pods do not support resource claims"));
                    } else {
                        claim(claim, names);
                    }
                });
    }

    private static void claim(Inspection claim, Set<String> names) {
        Inspection name = claim.field("name");
        if (name.required()) {
            if (names.add(name.text())) {
                name.checked(Names::dns1123Label);
            } else {
                name.duplicate();
            }
        }
        Inspection claimName = claim.field("resourceClaimName");
        Inspection template = claim.field("resourceClaimTemplateName");
        if (claimName.isPresent() && template.isPresent()) {
            claim.invalid(
                    internal(claim),
                    "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified");
        }
        if (!claimName.isPresent() && !template.isPresent()) {
            claim.invalid(
                    internal(claim),
                    "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`");
        }
        if (claimName.isPresent()) {
            claimName.checked(Names::dns1123Subdomain);
        }
        if (template.isPresent()) {
            template.checked(Names::dns1123Subdomain);
        }
    }

    private static JsonNode internal(Inspection claim) {
        return claim.structs().of("core.PodResourceClaim", claim.node());
    }
}
