package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.mark.LabelTranslation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Affinity among pods: what was a namespace there becomes a label here. */
final class PodAffinity implements PodRewrite {

    private final LabelTranslation labels;

    PodAffinity(LabelTranslation labels) {
        this.labels = labels;
    }

    @Override
    public void rewrite(ObjectNode spec, ApiObject virtualPod, PodSurroundings surroundings) {
        for (String side : List.of("podAffinity", "podAntiAffinity")) {
            JsonNode affinity = spec.path("affinity").path(side);
            for (JsonNode term : affinity.path("requiredDuringSchedulingIgnoredDuringExecution")) {
                rewriteTerm((ObjectNode) term, virtualPod);
            }
            for (JsonNode weighted :
                    affinity.path("preferredDuringSchedulingIgnoredDuringExecution")) {
                rewriteTerm((ObjectNode) weighted.path("podAffinityTerm"), virtualPod);
            }
        }
    }

    private void rewriteTerm(ObjectNode term, ApiObject virtualPod) {
        JsonNode namespaceSelector = term.path("namespaceSelector");
        Set<String> namespaces = new TreeSet<>();
        term.path("namespaces").forEach(n -> namespaces.add(n.asText()));
        boolean selects = namespaceSelector.isObject();
        boolean selectsAll = selects && isEverything(namespaceSelector);
        if (!namespaces.isEmpty() && selects && !selectsAll) {
            throw new UnsupportedException(
                    "a pod affinity term with both namespaces and namespaceSelector is not"
                            + " supported");
        }
        JsonNode selector = term.path("labelSelector");
        if (!selector.isObject()) {
            // Selects no pods, here as there.
            removeNamespaces(term);
            return;
        }
        ObjectNode hostSelector = labels.tenantSelector(selector);
        if (selects && !selectsAll) {
            LabelTranslation.addNamespaceSelector(hostSelector, namespaceSelector);
        } else if (!selectsAll) {
            LabelTranslation.addNamespaces(
                    hostSelector,
                    namespaces.isEmpty()
                            ? List.of(virtualPod.namespace())
                            : new ArrayList<>(namespaces));
        }
        MatchLabelKeys.fold(term, hostSelector, virtualPod);
        term.set("labelSelector", hostSelector);
        removeNamespaces(term);
    }

    private static boolean isEverything(JsonNode selector) {
        return selector.path("matchLabels").isEmpty()
                && selector.path("matchExpressions").isEmpty();
    }

    private static void removeNamespaces(ObjectNode term) {
        term.remove(List.of("namespaces", "namespaceSelector"));
    }
}
