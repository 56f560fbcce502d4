package io.alcove.syncer.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.pki.TenantPki;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.host.MemoryHost;
import io.alcove.syncer.mark.HostNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PkiBootstrapTest {

    private static final OwnerReference OWNER =
            new OwnerReference("v1", "Service", "apiserver", "u1", false, false);

    private final MemoryHost host = new MemoryHost();

    @TempDir Path directory;

    @Test
    void makesSecretsForEveryServiceAndAKubeconfig() throws IOException {
        PkiBootstrap bootstrap = bootstrap(Clock.systemUTC());
        bootstrap.complete();
        for (String name :
                List.of(
                        "t1-ca",
                        "t1-service-account",
                        "t1-apiserver",
                        "t1-controller-manager",
                        "t1-scheduler",
                        "t1-syncer",
                        "t1-dns",
                        "t1-admin")) {
            assertThat(secret(name).at("data")).as(name).isNotEmpty();
            assertThat(secret(name).ownerReferences()).as(name).containsExactly(OWNER);
        }
        assertThat(secret("vc-t1").at("data").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "config", "certificate-authority", "client-certificate", "client-key");
        assertThat(Files.readString(bootstrap.privateKey())).contains("PRIVATE KEY");
    }

    @Test
    void writesNothingTheSecondTime() throws IOException {
        bootstrap(Clock.systemUTC()).complete();
        host.writes = 0;
        bootstrap(Clock.systemUTC()).complete();
        assertThat(host.writes).isZero();
    }

    @Test
    void renewsLeavesButNeverTheirAuthority() throws IOException {
        bootstrap(Clock.systemUTC()).complete();
        ApiObject authority = secret("t1-ca");
        ApiObject leaf = secret("t1-dns");
        bootstrap(Clock.offset(Clock.systemUTC(), Duration.ofDays(360))).complete();
        assertThat(secret("t1-ca").at("data")).isEqualTo(authority.at("data"));
        assertThat(secret("t1-dns").at("data")).isNotEqualTo(leaf.at("data"));
    }

    private PkiBootstrap bootstrap(Clock clock) {
        return new PkiBootstrap(
                TenantPki.of(List.of("localhost"), List.of("localhost"), clock),
                host,
                new HostNames("t1", "tenant-a"),
                Optional.of(OWNER),
                directory,
                "https://localhost:8443");
    }

    private ApiObject secret(String name) {
        return host.find(HostResource.SECRETS, new ObjectName("tenant-a", name)).orElseThrow();
    }
}
