package io.alcove.apiserver.admission.builtin;

import io.alcove.apiserver.admission.builtin.PluginOrder.Entry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What --enable-admission-plugins and --disable-admission-plugins ask for.
 *
 * @param enabled beside those that run by default
 * @param disabled of those that run by default
 */
public record PluginSelection(List<String> enabled, List<String> disabled) {

    private static final Set<String> KNOWN =
            PluginOrder.ALL.stream().map(Entry::name).collect(Collectors.toSet());

    /**
     * @throws IllegalArgumentException with upstream's words, where a name is unknown or in both;
     *     and where one is enabled that is not built
     */
    public PluginSelection {
        enabled = List.copyOf(enabled);
        disabled = List.copyOf(disabled);
        requireKnown("enable-admission-plugins", enabled);
        requireKnown("disable-admission-plugins", disabled);
        Set<String> both = new TreeSet<>(enabled);
        both.retainAll(disabled);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException(
                    "[%s] in enable-admission-plugins and disable-admission-plugins overlapped"
                            .formatted(String.join(" ", both)));
        }
        for (String name : enabled) {
            if (!BuiltInPlugins.isBuilt(name)) {
                throw new IllegalArgumentException(
                        "enable-admission-plugins plugin \"" + name + "\" is not supported yet");
            }
        }
    }

    /** The names of those that run, in upstream's order. */
    List<String> names() {
        return PluginOrder.ALL.stream()
                .filter(entry -> runs(entry) && BuiltInPlugins.isBuilt(entry.name()))
                .map(Entry::name)
                .toList();
    }

    private boolean runs(Entry entry) {
        return enabled.contains(entry.name())
                || (entry.byDefault() && !disabled.contains(entry.name()));
    }

    private static void requireKnown(String flag, List<String> names) {
        for (String name : names) {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException(flag + " plugin \"" + name + "\" is unknown");
            }
        }
    }
}
