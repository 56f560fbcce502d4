package io.alcove.apiserver.kinds.resource;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.ConditionRules;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;

/** Rules that taint devices. */
public final class DeviceTaintRuleValidation implements Validation {

    private static final int MOST_CONDITIONS = 8;

    @Override
    public void check(Inspection rule) {
        Inspection selector = rule.at("spec", "deviceSelector");
        if (selector.field("driver").isPresent()) {
            DeviceNames.driver(selector.field("driver"));
        }
        if (selector.field("pool").isPresent()) {
            DeviceNames.pool(selector.field("pool"));
        }
        if (selector.field("device").isPresent()) {
            selector.field("device").checked(Names::dns1123Label);
        }
        DeviceTaints.taint(rule.at("spec", "taint"));
    }

    @Override
    public void checkStatus(Inspection rule, ApiObject old) {
        Inspection conditions = rule.at("status", "conditions");
        ConditionRules.check(conditions);
        if (conditions.size() > MOST_CONDITIONS) {
            conditions.add(
                    StatusCause.tooMany(conditions.path(), conditions.size(), MOST_CONDITIONS));
        }
    }
}
