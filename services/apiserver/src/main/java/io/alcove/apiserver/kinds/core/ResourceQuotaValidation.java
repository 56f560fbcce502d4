package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Quantities;
import io.alcove.apiserver.kinds.validation.ResourceNames;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** ResourceQuotas. */
public final class ResourceQuotaValidation implements Validation {

    private static final String SCOPES = "ls";

    @Override
    public void check(Inspection quota) {
        Inspection spec = quota.field("spec");
        amounts(spec.field("hard"));
        scopes(spec);
        if (spec.field("scopeSelector").isPresent()) {
            selector(spec);
        }
    }

    private static void amounts(Inspection amounts) {
        amounts.eachEntry(
                amount -> {
                    ResourceNames.checkQuota(amount);
                    Quantities.ofResource(amount);
                });
    }

    private static void scopes(Inspection spec) {
        Inspection scopes = spec.field("scopes");
        if (scopes.size() == 0) {
            return;
        }
        Set<String> all = new HashSet<>();
        for (JsonNode each : scopes.node()) {
            String scope = each.asText("");
            if (!QuotaScopes.isStandard(scope)) {
                scopes.invalidAs(SCOPES, "unsupported scope");
            }
            for (String resource : resources(spec)) {
                if (ResourceNames.isQuota(resource) && !QuotaScopes.fits(scope, resource)) {
                    scopes.invalidAs(SCOPES, "unsupported scope applied to resource");
                }
            }
            all.add(scope);
        }
        conflicts(spec, scopes, all);
    }

    private static Set<String> resources(Inspection spec) {
        return new TreeSet<>(spec.field("hard").keys());
    }

    private static void conflicts(Inspection spec, Inspection reported, Set<String> all) {
        for (List<String> pair : QuotaScopes.OPPOSITES) {
            if (all.containsAll(pair)) {
                reported.holding(spec.node().path("scopes"))
                        .invalidAs(SCOPES, "conflicting scopes");
            }
        }
    }

    private static void selector(Inspection spec) {
        Inspection selector = spec.field("scopeSelector");
        Inspection expressions = selector.field("matchExpressions");
        Set<String> all = new HashSet<>();
        for (JsonNode requirement : expressions.node()) {
            Inspection each = expressions.holding(requirement);
            String scope = each.field("scopeName").text();
            if (!QuotaScopes.isStandard(scope)) {
                each.field("scopeName").invalid(scope, "unsupported scope");
            }
            for (String resource : resources(spec)) {
                if (ResourceNames.isQuota(resource) && !QuotaScopes.fits(scope, resource)) {
                    expressions
                            .holding(selector.node())
                            .invalidAs(
                                    "*ocore.ScopeSelector",
                                    "unsupported scope applied to resource");
                }
            }
            operator(each, scope);
            all.add(scope);
        }
        conflicts(spec, expressions, all);
    }

    private static void operator(Inspection requirement, String scope) {
        Inspection operator = requirement.field("operator");
        if (QuotaScopes.ONLY_EXISTS.contains(scope) && !operator.is("Exists")) {
            operator.invalid(
                    operator.text(),
                    "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity");
        }
        Inspection values = requirement.field("values");
        switch (operator.text()) {
            case "In", "NotIn" ->
                    values.required(
                            "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector");
            case "Exists", "DoesNotExist" -> {
                if (values.size() > 0) {
                    values.invalid(
                            "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector");
                }
            }
            default -> operator.invalid(operator.text(), "not a valid selector operator");
        }
    }

    @Override
    public void checkUpdate(Inspection quota, ApiObject old) {
        check(quota);
        Inspection scopes = quota.at("spec", "scopes");
        if (!texts(scopes.node()).equals(texts(old.at("spec", "scopes")))) {
            scopes.invalidAs(SCOPES, Inspection.IMMUTABLE);
        }
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(each -> texts.add(each.asText("")));
        return texts;
    }

    @Override
    public void checkStatus(Inspection quota, ApiObject old) {
        amounts(quota.at("status", "hard"));
        amounts(quota.at("status", "used"));
    }
}
