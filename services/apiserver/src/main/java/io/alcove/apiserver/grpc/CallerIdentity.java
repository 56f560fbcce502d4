package io.alcove.apiserver.grpc;

import io.alcove.apiserver.authentication.Credentials;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Keeps a caller's certificates for the authenticator, which both doors share. */
final class CallerIdentity implements ServerInterceptor {

    static final Context.Key<Credentials> CREDENTIALS = Context.key("credentials");

    static Credentials current() {
        Credentials credentials = CREDENTIALS.get();
        return credentials == null ? new Credentials(List.of(), Optional.empty()) : credentials;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        Credentials credentials = new Credentials(certificates(session), Optional.empty());
        return Contexts.interceptCall(
                Context.current().withValue(CREDENTIALS, credentials), call, headers, next);
    }

    private static List<X509Certificate> certificates(@Nullable SSLSession session) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            if (session != null) {
                for (Certificate certificate : session.getPeerCertificates()) {
                    if (certificate instanceof X509Certificate x509) {
                        chain.add(x509);
                    }
                }
            }
            return chain;
        } catch (SSLPeerUnverifiedException _) {
            return List.of();
        }
    }
}
