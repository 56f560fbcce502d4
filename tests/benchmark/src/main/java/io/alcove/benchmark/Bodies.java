package io.alcove.benchmark;

/** The objects that are sent. */
final class Bodies {

    private Bodies() {}

    /** 1 KiB of JSON, other for each generation. */
    static String configMap(String name, int generation) {
        String start =
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"%s\",\"labels\":{\"app\":\"benchmark\"}},\"data\":{\"generation\":\"%08d\",\"text\":\""
                        .formatted(name, generation);
        String end = "\"}}";
        return start + "x".repeat(1024 - start.length() - end.length()) + end;
    }

    static String namespace(String name) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"%s\"}}"
                .formatted(name);
    }

    static String serviceAccount() {
        return "{\"apiVersion\":\"v1\",\"kind\":\"ServiceAccount\",\"metadata\":{\"name\":\"default\"}}";
    }

    static String pod(String name) {
        return """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","labels":{"app":"benchmark","tier":"backend"}},\
        "spec":{"containers":[{"name":"main","image":"registry.example.com/team/service:1.2.3",\
        "args":["serve","--port=8080"],"env":[{"name":"LEVEL","value":"info"}],\
        "ports":[{"name":"http","containerPort":8080}],\
        "resources":{"requests":{"cpu":"100m","memory":"128Mi"},"limits":{"memory":"256Mi"}},\
        "readinessProbe":{"httpGet":{"path":"/ready","port":"http"}}}]}}"""
                .formatted(name);
    }
}
