package io.alcove.syncer.relay;

import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Lets in the one caller whose certificate bears the given common name. */
final class CallerCheck implements ServerInterceptor {

    private final String allowed;

    CallerCheck(String allowed) {
        this.allowed = allowed;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (allowed.equals(commonName(call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION)))) {
            return next.startCall(call, headers);
        }
        call.close(
                Status.PERMISSION_DENIED.withDescription("only the API server may call the relay"),
                new Metadata());
        return new ServerCall.Listener<>() {};
    }

    private static String commonName(@Nullable SSLSession session) {
        if (session == null) {
            return "";
        }
        try {
            LdapName subject = new LdapName(session.getPeerPrincipal().getName());
            for (Rdn part : subject.getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return String.valueOf(part.getValue());
                }
            }
            return "";
        } catch (SSLPeerUnverifiedException | InvalidNameException _) {
            return "";
        }
    }
}
