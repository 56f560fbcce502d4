package io.alcove.syncer.service;

import io.alcove.client.channel.ApiServerFlags;
import io.alcove.client.flag.Flag;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The syncer's command line. */
final class SyncerFlags {

    static final String TENANT = "tenant";
    static final String HOST_NAMESPACE = "host-namespace";
    static final String CREATE_NAMESPACE = "create-host-namespace";
    static final String HOST_KUBECONFIG = "host-kubeconfig";
    static final String HOST_SERVICE_ACCOUNT = "host-service-account";
    static final String OWNER_SERVICE = "owner-service-name";
    static final String RELAY_PORT = "relay-port";
    static final String HEALTH_PORT = "health-port";
    static final String KAFKA = "kafka-bootstrap-servers";
    static final String DATA_DIR = "data-dir";
    static final String OUTBOX_MAX_BYTES = "outbox-max-bytes";
    static final String DNS_IP = "dns-service-ip";
    static final String DNS_NAME = "dns-service-name";
    static final String CLUSTER_DOMAIN = "cluster-domain";
    static final String API_HOST = "api-service-host";
    static final String API_PORT = "api-service-port";
    static final String API_NAME = "api-service-name";
    static final String VIRTUAL_SCHEDULER = "virtual-scheduler";
    static final String HOST_ACCESS = "allow-host-access";
    static final String BOOTSTRAP_PKI = "bootstrap-pki";
    static final String API_SANS = "api-server-sans";
    static final String RELAY_SANS = "relay-sans";
    static final String KUBECONFIG_SERVER = "kubeconfig-server";

    private static final List<Flag> OWN =
            List.of(
                    new Flag(TENANT, "", "name of the tenant: part of every host name"),
                    new Flag(HOST_NAMESPACE, "", "the tenant's namespace on the host"),
                    new Flag(CREATE_NAMESPACE, "false", "make that namespace if it is not there"),
                    new Flag(HOST_KUBECONFIG, "", "the host; empty for the cluster it runs in"),
                    new Flag(HOST_SERVICE_ACCOUNT, "default", "host account of all tenant pods"),
                    new Flag(OWNER_SERVICE, "", "host Service that all copies belong to"),
                    new Flag(RELAY_PORT, "7444", "port of the relay's gRPC door"),
                    new Flag(HEALTH_PORT, "8444", "HTTP port of health checks and metrics"),
                    new Flag(KAFKA, "", "Kafka for sync events; empty keeps them in the outbox"),
                    new Flag(DATA_DIR, "", "folder of the outbox"),
                    new Flag(OUTBOX_MAX_BYTES, "268435456", "bound of the events that wait"),
                    new Flag(DNS_IP, "", "address of the tenant's DNS, as its pods reach it"),
                    new Flag(DNS_NAME, "", "host Service to take that address from"),
                    new Flag(CLUSTER_DOMAIN, "cluster.local", "the tenant's DNS domain"),
                    new Flag(API_HOST, "", "address of the tenant's API server for its pods"),
                    new Flag(API_PORT, "443", "port of the tenant's API server for its pods"),
                    new Flag(API_NAME, "", "host Service to take address and port from"),
                    new Flag(VIRTUAL_SCHEDULER, "false", "the tenant's scheduler binds pods"),
                    new Flag(HOST_ACCESS, "false", "pods may be privileged and use host paths"),
                    new Flag(BOOTSTRAP_PKI, "false", "keep the tenant's PKI in host Secrets"),
                    new Flag(API_SANS, "", "more names and addresses of the API server"),
                    new Flag(RELAY_SANS, "", "more names and addresses of the relay"),
                    new Flag(KUBECONFIG_SERVER, "https://localhost:8443", "in the kubeconfig"));

    private SyncerFlags() {}

    static Flags parse(List<String> arguments, Map<String, String> environment) {
        List<Flag> known = new ArrayList<>(ApiServerFlags.ALL);
        known.addAll(OWN);
        Flags flags = Flags.parse("syncer", known, arguments, environment);
        for (String required : List.of(TENANT, HOST_NAMESPACE, DATA_DIR)) {
            if (!flags.isSet(required)) {
                throw new FlagException("required flag not set: --" + required);
            }
        }
        return flags;
    }
}
