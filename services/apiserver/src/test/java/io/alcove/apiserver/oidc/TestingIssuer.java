package io.alcove.apiserver.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.alcove.apiserver.TestApiServer;
import io.alcove.pki.ClientTls;
import io.alcove.pki.Credential;
import io.alcove.pki.Pem;
import io.alcove.pki.PkiDirectory;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/** An issuer of tokens on loopback, over TLS. */
final class TestingIssuer implements AutoCloseable {

    private static final int KEY_BITS = 2048;

    private final HttpsServer server;
    private final String authority;
    private volatile KeyPair keys = newKeys();
    private volatile String keyId = "first";

    TestingIssuer(Path directory) throws IOException {
        PkiDirectory pki = TestApiServer.pki(directory);
        this.authority = Files.readString(pki.file("ca.crt"));
        Credential own =
                Credential.parse(
                        Files.readString(pki.file("apiserver.crt")),
                        Files.readString(pki.file("apiserver.key")));
        this.server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(ClientTls.trusting(Pem.certificates(authority), own)));
        server.createContext(
                "/.well-known/openid-configuration",
                exchange ->
                        answer(
                                exchange,
                                "{'issuer':'%s','jwks_uri':'%s/keys'}".formatted(url(), url())));
        server.createContext("/keys", exchange -> answer(exchange, keySet()));
        server.start();
    }

    String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    String authority() {
        return authority;
    }

    /** From now on tokens are signed with another key, of another id. */
    void rotate() {
        keys = newKeys();
        keyId = "second";
    }

    /**
     * @param claims JSON in single quotes
     */
    String token(String claims) throws GeneralSecurityException {
        String content =
                base64("{'alg':'RS256','kid':'%s'}".formatted(keyId)) + "." + base64(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + base64(signature.sign());
    }

    private String keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{'keys':[{'kty':'RSA','use':'sig','kid':'%s','n':'%s','e':'%s'}]}"
                .formatted(keyId, number(key.getModulus()), number(key.getPublicExponent()));
    }

    private static String number(BigInteger number) {
        return base64(number.toByteArray());
    }

    private static String base64(String json) {
        return base64(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
