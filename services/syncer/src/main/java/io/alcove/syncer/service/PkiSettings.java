package io.alcove.syncer.service;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.client.flag.Flags;
import io.alcove.pki.TenantPki;
import io.alcove.syncer.bootstrap.PkiBootstrap;
import io.alcove.syncer.host.HostClient;
import io.alcove.syncer.mark.HostNames;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Which certificates the flags ask for. */
final class PkiSettings {

    private PkiSettings() {}

    static PkiBootstrap bootstrap(Flags flags, HostClient host, Clock clock)
            throws InterruptedException {
        HostNames names =
                new HostNames(
                        flags.text(SyncerFlags.TENANT), flags.text(SyncerFlags.HOST_NAMESPACE));
        HostServices services = new HostServices(host, names.hostNamespace());
        List<String> relayHosts = new ArrayList<>(List.of("localhost", "127.0.0.1"));
        relayHosts.addAll(flags.list(SyncerFlags.RELAY_SANS));
        return new PkiBootstrap(
                TenantPki.of(apiHosts(flags, services, names.hostNamespace()), relayHosts, clock),
                host,
                names,
                services.owner(flags),
                flags.path(SyncerFlags.DATA_DIR).resolve("pki"),
                flags.text(SyncerFlags.KUBECONFIG_SERVER));
    }

    private static List<String> apiHosts(Flags flags, HostServices services, String namespace)
            throws InterruptedException {
        List<String> hosts =
                new ArrayList<>(
                        List.of(
                                "localhost",
                                "127.0.0.1",
                                "kubernetes",
                                "kubernetes.default",
                                "kubernetes.default.svc",
                                "kubernetes.default.svc."
                                        + flags.text(SyncerFlags.CLUSTER_DOMAIN)));
        if (flags.isSet(SyncerFlags.API_NAME)) {
            String name = flags.text(SyncerFlags.API_NAME);
            ApiObject service = services.await(name);
            hosts.add(name);
            hosts.add(name + "." + namespace);
            hosts.add(name + "." + namespace + ".svc");
            hosts.addAll(service.textList("spec", "clusterIPs"));
        }
        hosts.addAll(flags.list(SyncerFlags.API_SANS));
        return hosts.stream().filter(h -> !h.equals("None")).distinct().toList();
    }
}
