package io.alcove.apiserver.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.pki.CertificateAuthority;
import io.alcove.pki.Credential;
import io.alcove.pki.LeafRequest;
import io.alcove.pki.PkiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingKeysTest {

    private final CertificateAuthority authority =
            CertificateAuthority.create(
                    "ca", CertificateAuthority.DEFAULT_VALIDITY, Clock.systemUTC());
    private final Credential first = leaf();
    private final Credential second = leaf();

    @TempDir private Path directory;
    private Path certificate;
    private Path key;

    @BeforeEach
    void write() throws IOException {
        certificate = directory.resolve("tls.crt");
        key = directory.resolve("tls.key");
        Files.writeString(certificate, first.certificatePem() + authority.certificatePem());
        Files.writeString(key, first.privateKeyPem());
    }

    @Test
    void showsTheWholeChain() throws IOException {
        assertThat(new ServingKeys(certificate, key).getCertificateChain("serving"))
                .containsExactly(first.certificate(), authority.credential().certificate());
    }

    @Test
    void takesANewPairOnceItIsWhole() throws IOException {
        ServingKeys keys = new ServingKeys(certificate, key);
        assertThat(keys.reload()).isFalse();

        Files.writeString(certificate, second.certificatePem());
        assertThatThrownBy(keys::reload).isInstanceOf(PkiException.class);
        assertThat(keys.getCertificateChain("serving")[0]).isEqualTo(first.certificate());

        Files.writeString(key, second.privateKeyPem());
        assertThat(keys.reload()).isTrue();
        assertThat(keys.getCertificateChain("serving")).containsExactly(second.certificate());
        assertThat(keys.getPrivateKey("serving")).isEqualTo(second.privateKey());
    }

    @Test
    void keepsItsCertificateWhereTheFilesAreGone() throws IOException {
        ServingKeys keys = new ServingKeys(certificate, key);
        Files.delete(certificate);
        assertThatThrownBy(keys::reload).isInstanceOf(IOException.class);
        assertThat(keys.getCertificateChain("serving")[0]).isEqualTo(first.certificate());
    }

    private Credential leaf() {
        return authority.issue(LeafRequest.of("server").serving(List.of("localhost")));
    }
}
