package io.alcove.apiserver.kinds.resource;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.Inspection;

/** Counters that devices share, and what they take of them. */
final class CounterRules {

    static final int MOST_CONSUMPTIONS = 2;

    private static final int MOST = 32;

    private CounterRules() {}

    static void counterSet(Inspection set) {
        set.field("name").requiredAs(Names::dns1123Label);
        counters(set.field("counters"));
    }

    static void consumption(Inspection consumption) {
        consumption.field("counterSet").requiredAs(Names::dns1123Label);
        counters(consumption.field("counters"));
    }

    private static void counters(Inspection counters) {
        if (counters.size() == 0) {
            counters.missing();
        } else if (counters.size() > MOST) {
            counters.add(StatusCause.tooMany(counters.path(), counters.size(), MOST));
        } else {
            for (String name : counters.keys()) {
                Names.dns1123Label(name).forEach(problem -> counters.invalid(name, problem));
            }
        }
    }
}
