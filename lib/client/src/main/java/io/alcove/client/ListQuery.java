package io.alcove.client;

/**
 * What a list or watch asks for.
 *
 * @param namespace empty for all namespaces, and for cluster-scoped resources
 * @param labelSelector as in a request's query ({@code app=web,tier!=db}), or empty
 * @param fieldSelector likewise ({@code spec.nodeName=n1})
 * @param metadataOnly objects come with apiVersion, kind and metadata alone
 */
public record ListQuery(
        String namespace, String labelSelector, String fieldSelector, boolean metadataOnly) {

    public static ListQuery all() {
        return new ListQuery("", "", "", false);
    }

    public static ListQuery in(String namespace) {
        return new ListQuery(namespace, "", "", false);
    }

    public ListQuery withLabels(String selector) {
        return new ListQuery(namespace, selector, fieldSelector, metadataOnly);
    }

    public ListQuery withFields(String selector) {
        return new ListQuery(namespace, labelSelector, selector, metadataOnly);
    }

    public ListQuery metadataAlone() {
        return new ListQuery(namespace, labelSelector, fieldSelector, true);
    }
}
