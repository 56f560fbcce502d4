package io.alcove.controllermanager.service;

/** The controllers, by upstream's words for them and for their flags. */
enum ControllerName {
    SERVICE_ACCOUNT("serviceaccount", "concurrent-serviceaccount-syncs", 1),
    ROOT_CA("root-ca-cert-publisher", "concurrent-root-ca-syncs", 5),
    NAMESPACE("namespace", "concurrent-namespace-syncs", 10),
    REPLICA_SET("replicaset", "concurrent-replicaset-syncs", 5),
    DEPLOYMENT("deployment", "concurrent-deployment-syncs", 5),
    GARBAGE("garbage-collector-controller", "concurrent-gc-syncs", 20),
    ENDPOINT_SLICE("endpointslice-controller", "concurrent-service-endpoint-syncs", 5),
    JOB("job-controller", "concurrent-job-syncs", 5),
    NODE_LIFECYCLE("node-lifecycle-controller", "concurrent-node-lifecycle-syncs", 1),
    CLUSTER_ROLE_AGGREGATION(
            "clusterrole-aggregation-controller", "concurrent-clusterrole-aggregation-syncs", 5),
    CLAIM_PROTECTION(
            "persistentvolumeclaim-protection-controller", "concurrent-pvc-protection-syncs", 5),
    VOLUME_PROTECTION(
            "persistentvolume-protection-controller", "concurrent-pv-protection-syncs", 1),
    ATTRIBUTES_CLASS_PROTECTION(
            "volumeattributesclass-protection-controller", "concurrent-vac-protection-syncs", 1);

    private final String word;
    private final String workersFlag;
    private final int defaultWorkers;

    ControllerName(String word, String workersFlag, int defaultWorkers) {
        this.word = word;
        this.workersFlag = workersFlag;
        this.defaultWorkers = defaultWorkers;
    }

    /** As --controllers takes it, and as the controller's own queue is called. */
    String word() {
        return word;
    }

    String workersFlag() {
        return workersFlag;
    }

    int defaultWorkers() {
        return defaultWorkers;
    }

    @Override
    public String toString() {
        return word;
    }
}
