package io.alcove.apiserver.request;

import io.alcove.apimachinery.selector.FieldSelector;
import io.alcove.apimachinery.selector.InvalidSelectorException;
import io.alcove.apimachinery.selector.LabelSelector;
import java.util.Set;

/**
 * What a request is narrowed to, as authorizers see it. What cannot be read narrows nothing for
 * them; the registry refuses it later.
 *
 * @param fieldsUnread whether a part of the field selector could not be read
 * @param labelsUnread the same of the label selector
 */
public record Selectors(
        FieldSelector fields, LabelSelector labels, boolean fieldsUnread, boolean labelsUnread) {

    public static final Selectors NONE =
            new Selectors(FieldSelector.everything(), LabelSelector.everything(), false, false);

    private static final Set<String> VERBS = Set.of("list", "watch", "deletecollection");

    /**
     * @param verb others than list, watch and deletecollection take no selectors
     */
    public static Selectors of(String verb, String fields, String labels) {
        return (fields.isEmpty() && labels.isEmpty()) || !VERBS.contains(verb)
                ? NONE
                : of(fields, labels);
    }

    public static Selectors of(String fields, String labels) {
        Selectors both = NONE;
        try {
            both = both.with(FieldSelector.parse(fields), false);
        } catch (InvalidSelectorException _) {
            both = both.with(FieldSelector.everything(), true);
        }
        try {
            return both.with(LabelSelector.parse(labels), false);
        } catch (InvalidSelectorException _) {
            return both.with(LabelSelector.everything(), true);
        }
    }

    public Selectors with(FieldSelector others, boolean unread) {
        return new Selectors(others, labels, unread, labelsUnread);
    }

    public Selectors with(LabelSelector others, boolean unread) {
        return new Selectors(fields, others, fieldsUnread, unread);
    }
}
