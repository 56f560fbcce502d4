package io.alcove.apiserver.registry;

import io.alcove.apimachinery.status.StatusCause;
import java.util.ArrayList;
import java.util.List;

/** Upstream's validation of ListOptions. */
final class ListOptionRules {

    static final String EXACT = "Exact";
    static final String NOT_OLDER_THAN = "NotOlderThan";

    private static final String MATCH = "resourceVersionMatch";

    private ListOptionRules() {}

    static void checkList(ListOptions options) {
        List<StatusCause> causes = new ArrayList<>();
        String match = options.resourceVersionMatch();
        if (!match.isEmpty()) {
            checkMatch(options, match, causes);
        }
        if (options.sendInitialEvents() != null) {
            causes.add(
                    StatusCause.forbidden(
                            "sendInitialEvents", "sendInitialEvents is forbidden for list"));
        }
        OptionRules.refuse("ListOptions", causes);
    }

    static void checkWatch(ListOptions options) {
        List<StatusCause> causes = new ArrayList<>();
        String match = options.resourceVersionMatch();
        boolean initialEvents = options.sendInitialEvents() != null;
        if (initialEvents && !match.equals(NOT_OLDER_THAN)) {
            causes.add(
                    StatusCause.forbidden(
                            MATCH,
                            "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"));
        }
        if (!match.isEmpty()) {
            if (!initialEvents) {
                causes.add(
                        StatusCause.forbidden(
                                MATCH,
                                "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided"));
            }
            if (!match.equals(NOT_OLDER_THAN)) {
                causes.add(StatusCause.notSupported(MATCH, match, List.of(NOT_OLDER_THAN)));
            }
            checkContinue(options, causes);
        }
        OptionRules.refuse("ListOptions", causes);
    }

    private static void checkMatch(ListOptions options, String match, List<StatusCause> causes) {
        if (options.resourceVersion().isEmpty()) {
            causes.add(
                    StatusCause.forbidden(
                            MATCH,
                            "resourceVersionMatch is forbidden unless resourceVersion is provided"));
        }
        checkContinue(options, causes);
        if (!match.equals(EXACT) && !match.equals(NOT_OLDER_THAN)) {
            causes.add(StatusCause.notSupported(MATCH, match, List.of(EXACT, NOT_OLDER_THAN, "")));
        }
        if (match.equals(EXACT) && options.resourceVersion().equals("0")) {
            causes.add(
                    StatusCause.forbidden(
                            MATCH,
                            "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""));
        }
    }

    private static void checkContinue(ListOptions options, List<StatusCause> causes) {
        if (!options.continueToken().isEmpty()) {
            causes.add(
                    StatusCause.forbidden(
                            MATCH, "resourceVersionMatch is forbidden when continue is provided"));
        }
    }
}
