package io.alcove.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantPkiTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static TenantPki at(Instant now) {
        return TenantPki.of(
                List.of("localhost", "127.0.0.1", "::1"),
                List.of("syncer.tenant.svc"),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static X509Certificate certificate(Map<String, String> pems, String name) {
        return Pem.certificates(Objects.requireNonNull(pems.get(name))).getFirst();
    }

    @Test
    void issuesLeavesThatTheAuthoritySigned() throws Exception {
        Map<String, String> pems = at(START).complete(Map.of());

        X509Certificate authority = certificate(pems, "ca.crt");
        for (String name : at(START).leafNames()) {
            X509Certificate leaf = certificate(pems, name + ".crt");
            leaf.verify(authority.getPublicKey());
            assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
        }
    }

    @Test
    void namesWhoItServesAndWhoItIs() throws Exception {
        Map<String, String> pems = at(START).complete(Map.of());

        X509Certificate apiServer = certificate(pems, "apiserver.crt");
        assertThat(apiServer.getSubjectAlternativeNames())
                .extracting(entry -> entry.get(1).toString())
                .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        X509Certificate admin = certificate(pems, "admin.crt");
        assertThat(admin.getSubjectX500Principal().getName())
                .isEqualTo("CN=kubernetes-admin,O=system:masters");
        assertThat(admin.getPublicKey().getAlgorithm()).isEqualTo("RSA");
    }

    @Test
    void keepsWhatIsHeldAndRenewsLeavesInTheirLastThird() {
        Map<String, String> first = at(START).complete(Map.of());

        assertThat(at(START.plus(Duration.ofDays(200))).complete(first)).isEqualTo(first);

        Map<String, String> later = at(START.plus(Duration.ofDays(300))).complete(first);
        assertThat(later).containsEntry("ca.key", first.get("ca.key"));
        assertThat(later).containsEntry("sa.key", first.get("sa.key"));
        assertThat(later.get("dns.crt")).isNotEqualTo(first.get("dns.crt"));
    }

    @Test
    void keepsFilesThatOnlyTheirOwnerReads(@TempDir Path directory) throws Exception {
        PkiDirectory folder = new PkiDirectory(directory.resolve("pki"));
        folder.complete(at(START));
        String key = Files.readString(folder.file("syncer.key"));

        folder.complete(at(START));

        assertThat(Files.readString(folder.file("syncer.key"))).isEqualTo(key);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.file("ca.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void renewsALeafThatDoesNotServeAHost() {
        Map<String, String> first = at(START).complete(Map.of());
        List<String> hosts = List.of("localhost", "127.0.0.1", "::1", "10.0.0.7");
        Clock clock = Clock.fixed(START, ZoneOffset.UTC);

        Map<String, String> second =
                TenantPki.of(hosts, List.of("syncer.tenant.svc"), clock).complete(first);

        assertThat(second.get("apiserver.crt")).isNotEqualTo(first.get("apiserver.crt"));
        assertThat(second.get("syncer.crt")).isEqualTo(first.get("syncer.crt"));
        assertThat(at(START).complete(second)).isEqualTo(second);
    }
}
