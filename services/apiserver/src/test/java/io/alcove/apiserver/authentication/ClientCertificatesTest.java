package io.alcove.apiserver.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.pki.CertificateAuthority;
import io.alcove.pki.LeafRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientCertificatesTest {

    private static final CertificateAuthority AUTHORITY = authority();
    private static final CertificateAuthority STRANGER = authority();

    @TempDir private Path directory;
    private Path file;
    private CertificateAuthorities authorities;
    private ClientCertificates certificates;

    @BeforeEach
    void start() throws IOException {
        file = directory.resolve("ca.crt");
        Files.writeString(file, AUTHORITY.certificatePem());
        authorities = new CertificateAuthorities(file);
        certificates = new ClientCertificates(authorities);
    }

    private static CertificateAuthority authority() {
        return CertificateAuthority.create(
                "ca", CertificateAuthority.DEFAULT_VALIDITY, Clock.systemUTC());
    }

    private static Credentials shown(CertificateAuthority by, LeafRequest request) {
        return new Credentials(List.of(by.issue(request).certificate()), Optional.empty());
    }

    @Test
    void tellsTheUserOfWhatTheAuthoritySigned() {
        Credentials jane = shown(AUTHORITY, LeafRequest.of("jane").inGroup("admins"));
        for (int time = 0; time < 2; time++) {
            UserInfo user = certificates.authenticate(jane).orElseThrow();
            assertThat(user.name()).isEqualTo("jane");
            assertThat(user.groups()).containsExactly("admins");
        }
    }

    @Test
    void refusesWhatAnotherAuthoritySignedEachTime() {
        Credentials stranger = shown(STRANGER, LeafRequest.of("jane"));
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> certificates.authenticate(stranger))
                    .isInstanceOf(StatusException.class);
        }
    }

    @Test
    void trustsNobodyAnyMoreWhomOnlyTheFormerAuthoritySigned() throws IOException {
        Credentials jane = shown(AUTHORITY, LeafRequest.of("jane"));
        certificates.authenticate(jane);
        Files.writeString(file, STRANGER.certificatePem());
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(authorities.pem()).isEqualTo(STRANGER.certificatePem());
        assertThatThrownBy(() -> certificates.authenticate(jane))
                .isInstanceOf(StatusException.class);
    }

    @Test
    void verifiesAChainOnceUntilItExpires() {
        X509Certificate leaf =
                AUTHORITY.issue(LeafRequest.of("jane").validFor(Duration.ofHours(1))).certificate();
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        AtomicInteger verified = new AtomicInteger();
        VerifiedChains chains = new VerifiedChains(now::get);
        for (int time = 0; time < 2; time++) {
            chains.user(
                    List.of(leaf),
                    _ -> {
                        verified.incrementAndGet();
                        return UserInfo.anonymous();
                    });
        }
        assertThat(verified).hasValue(1);
        now.set(Instant.now().plus(Duration.ofHours(2)));
        assertThatThrownBy(
                        () ->
                                chains.user(
                                        List.of(leaf),
                                        _ -> {
                                            throw StatusException.unauthorized();
                                        }))
                .isInstanceOf(StatusException.class);
    }
}
