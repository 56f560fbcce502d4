package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a quota grants and what is used of it. */
final class QuotaText {

    private QuotaText() {}

    /**
     * @param limits whether of the resources that limit, or of all others
     */
    static String of(ApiObject quota, boolean limits) {
        TreeMap<String, String> hard = new TreeMap<>(quota.textMap("status", "hard"));
        JsonNode used = quota.at("status", "used");
        List<String> texts = new ArrayList<>();
        hard.forEach(
                (resource, granted) -> {
                    if (resource.startsWith("limits.") == limits) {
                        String now = used.path(resource).asText("0");
                        texts.add(resource + ": " + now + "/" + granted);
                    }
                });
        return String.join(", ", texts);
    }
}
