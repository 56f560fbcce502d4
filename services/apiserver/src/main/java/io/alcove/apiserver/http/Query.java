package io.alcove.apiserver.http;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.selector.FieldSelector;
import io.alcove.apimachinery.selector.InvalidSelectorException;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.registry.DeleteOptions;
import io.alcove.apiserver.registry.ListOptions;
import io.alcove.apiserver.registry.WriteOptions;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request's query parameters, and the options of the API in them. */
final class Query {

    private static final Set<String> FALSE = Set.of("false", "0");
    private static final String NAME = "metadata.name";

    private final MultiMap parameters;

    Query(MultiMap parameters) {
        this.parameters = parameters;
    }

    String text(String name) {
        String value = parameters.get(name);
        return value == null ? "" : value;
    }

    Optional<String> first(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    List<String> all(String name) {
        return parameters.getAll(name);
    }

    boolean has(String name) {
        return parameters.contains(name);
    }

    /** As upstream reads its booleans: present, were it with nothing, and not "false" or "0". */
    boolean flag(String name) {
        return has(name) && !FALSE.contains(text(name).toLowerCase(Locale.ROOT));
    }

    /** The name that a list's field selector asks for alone, as authorization sees it. */
    String singleName() {
        try {
            return FieldSelector.parse(text("fieldSelector"))
                    .requiredValue(NAME)
                    .filter(name -> Names.pathSegment(name).isEmpty())
                    .orElse("");
        } catch (InvalidSelectorException _) {
            return "";
        }
    }

    ListOptions listOptions() {
        return new ListOptions(
                text("labelSelector"),
                text("fieldSelector"),
                text("resourceVersion"),
                text("resourceVersionMatch"),
                number("limit"),
                text("continue"),
                flag("allowWatchBookmarks"),
                optionalFlag("sendInitialEvents"),
                Duration.ofSeconds(number("timeoutSeconds")));
    }

    WriteOptions writeOptions() {
        return new WriteOptions(
                text("fieldManager"), text("fieldValidation"), dryRun(), optionalFlag("force"));
    }

    DeleteOptions deleteOptions() {
        return new DeleteOptions(
                has("gracePeriodSeconds") ? Long.valueOf(number("gracePeriodSeconds")) : null,
                has("propagationPolicy") ? text("propagationPolicy") : null,
                optionalFlag("orphanDependents"),
                null,
                null,
                dryRun());
    }

    boolean hasDeleteOptions() {
        return has("gracePeriodSeconds")
                || has("propagationPolicy")
                || has("orphanDependents")
                || has("dryRun");
    }

    private List<String> dryRun() {
        return parameters.getAll("dryRun");
    }

    private @Nullable Boolean optionalFlag(String name) {
        return has(name) ? Boolean.valueOf(flag(name)) : null;
    }

    private long number(String name) {
        if (!has(name)) {
            return 0;
        }
        String text = text(name);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw StatusException.badRequest(
                    "strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
        }
    }
}
