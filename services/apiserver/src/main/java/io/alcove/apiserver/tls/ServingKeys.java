package io.alcove.apiserver.tls;

import io.alcove.pki.Credential;
import io.alcove.pki.PkiException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate a server shows, read anew from its files when they change: handshakes that begin
 * after {@link #reload} use the new one, and connections go on.
 */
public final class ServingKeys extends X509ExtendedKeyManager {

    private static final String ALIAS = "serving";

    private final Path certificateFile;
    private final Path keyFile;
    private final AtomicReference<Credential> current;

    public ServingKeys(Path certificateFile, Path keyFile) throws IOException {
        this.certificateFile = certificateFile;
        this.keyFile = keyFile;
        this.current = new AtomicReference<>(read());
    }

    /** Files that cannot be read, or do not belong together, leave the present certificate. */
    public void reload() throws IOException, PkiException {
        current.set(read());
    }

    public List<Path> files() {
        return List.of(certificateFile, keyFile);
    }

    private Credential read() throws IOException {
        return Credential.parse(Files.readString(certificateFile), Files.readString(keyFile));
    }

    @Override
    public String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return ALIAS;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        return ALIAS;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return new X509Certificate[] {current.get().certificate()};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return current.get().privateKey();
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    /** An empty one: keys come from this manager alone. */
    static KeyStore emptyStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException | java.security.GeneralSecurityException e) {
            throw new IllegalStateException("no PKCS12 key store in this JDK", e);
        }
    }
}
