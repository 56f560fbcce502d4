package io.alcove.apiserver.config;

import io.alcove.client.flag.Flag;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The API server's command line: upstream's flags under their names and meanings, and our own. */
public record ApiServerOptions(Flags flags) {

    private static final List<Flag> KNOWN =
            List.of(
                    new Flag("secure-port", "6443", "port of the HTTPS API"),
                    new Flag("bind-address", "0.0.0.0", "address that both doors listen on"),
                    new Flag(
                            "advertise-address",
                            "",
                            "address of the kubernetes Service's endpoint"),
                    new Flag("tls-cert-file", "", "PEM file of the serving certificate"),
                    new Flag("tls-private-key-file", "", "PEM file of its key (PKCS #8)"),
                    new Flag("client-ca-file", "", "PEM file of the authorities of clients"),
                    new Flag("token-auth-file", "", "CSV file of static tokens"),
                    new Flag(
                            "anonymous-auth", "true", "requests without credentials are anonymous"),
                    new Flag(
                            "authorization-mode",
                            "RBAC",
                            "AlwaysAllow, AlwaysDeny, Node, RBAC, Webhook, in order"),
                    new Flag("enable-admission-plugins", "", "more plugins than the default ones"),
                    new Flag("disable-admission-plugins", "", "default plugins to leave out"),
                    new Flag("admission-control-config-file", "", "configuration of plugins"),
                    new Flag(
                            "default-not-ready-toleration-seconds",
                            "300",
                            "how long pods stay on a node that is not ready"),
                    new Flag(
                            "default-unreachable-toleration-seconds",
                            "300",
                            "how long pods stay on a node that is not reached"),
                    new Flag("service-cluster-ip-range", "10.96.0.0/16", "CIDR of cluster IPs"),
                    new Flag("service-node-port-range", "30000-32767", "range of node ports"),
                    new Flag("service-account-issuer", "https://kubernetes.default.svc", "iss"),
                    new Flag("service-account-signing-key-file", "", "PEM key that signs tokens"),
                    new Flag("service-account-key-file", "", "PEM key that verifies tokens"),
                    new Flag("service-account-jwks-uri", "", "where its keys are; default here"),
                    new Flag(
                            "service-account-max-token-expiration", "0s", "bound of tokens' lives"),
                    new Flag(
                            "service-account-extend-token-expiration",
                            "true",
                            "tokens of pods live on while their use is noted"),
                    new Flag("enable-bootstrap-token-auth", "false", "tokens that join machines"),
                    new Flag("external-hostname", "", "name of the server in what it publishes"),
                    new Flag("requestheader-client-ca-file", "", "authorities of proxies in front"),
                    new Flag("requestheader-allowed-names", "", "their names; default all"),
                    new Flag("requestheader-username-headers", "", "headers that name the user"),
                    new Flag("requestheader-uid-headers", "", "headers with the user's UID"),
                    new Flag("requestheader-group-headers", "", "headers with the user's groups"),
                    new Flag("requestheader-extra-headers-prefix", "", "prefixes of extra"),
                    new Flag(
                            "authentication-token-webhook-config-file",
                            "",
                            "kubeconfig of a server that knows tokens"),
                    new Flag("authentication-token-webhook-version", "v1beta1", "of TokenReview"),
                    new Flag("authentication-token-webhook-cache-ttl", "2m", "life of its answers"),
                    new Flag("authorization-config", "", "file that names the modes"),
                    new Flag(
                            "authorization-webhook-config-file",
                            "",
                            "kubeconfig of the server of mode Webhook"),
                    new Flag("authorization-webhook-version", "v1beta1", "of SubjectAccessReview"),
                    new Flag(
                            "authorization-webhook-cache-authorized-ttl",
                            "5m",
                            "life of its answers that allow"),
                    new Flag(
                            "authorization-webhook-cache-unauthorized-ttl",
                            "30s",
                            "life of its others"),
                    new Flag("authentication-config", "", "file that names issuers of tokens"),
                    new Flag("oidc-issuer-url", "", "one issuer of tokens"),
                    new Flag("oidc-client-id", "", "for whom its tokens have to be"),
                    new Flag("oidc-username-claim", "sub", "their claim with the user's name"),
                    new Flag("oidc-username-prefix", "", "put before it; default the issuer"),
                    new Flag("oidc-groups-claim", "", "their claim with the user's groups"),
                    new Flag("oidc-groups-prefix", "", "put before each"),
                    new Flag("oidc-required-claim", "", "key=value that tokens have to have"),
                    new Flag("oidc-signing-algs", "RS256", "algorithms of their signatures"),
                    new Flag("oidc-ca-file", "", "authorities of the issuer"),
                    new Flag("api-audiences", "", "audiences of tokens; default the issuer"),
                    new Flag("max-requests-inflight", "400", "bound of reads at once"),
                    new Flag("max-mutating-requests-inflight", "200", "bound of writes at once"),
                    new Flag("kubernetes-version", "1.36", "what is served: 1.34 to 1.37"),
                    new Flag(
                            "feature-gates",
                            "",
                            "name=true or false: CBORServingAndStorage (CBOR is served)"),
                    new Flag("grpc-port", "0", "port of the gRPC door; 0 for none"),
                    new Flag("grpc-tls-cert-file", "", "its serving certificate"),
                    new Flag("grpc-tls-private-key-file", "", "its key"),
                    new Flag("grpc-client-ca-file", "", "the authorities of its clients"),
                    new Flag("relay-endpoint", "", "host:port of the syncer's relay"));

    private static List<Flag> known() {
        return Stream.of(KNOWN, StoreOptions.FLAGS, AuditOptions.FLAGS)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * @throws FlagException where a flag is unknown, of the wrong form, or asks for what is not
     *     built
     */
    public static ApiServerOptions parse(List<String> arguments, Map<String, String> environment) {
        ApiServerOptions options =
                new ApiServerOptions(Flags.parse("apiserver", known(), arguments, environment));
        StoreOptions.check(options.flags);
        AuditOptions.check(options.flags);
        if (options.flags.isSet("tls-cert-file") != options.flags.isSet("tls-private-key-file")) {
            throw new FlagException(
                    "--tls-cert-file and --tls-private-key-file are given together or not at all");
        }
        AdmissionOptions.selection(options.flags);
        RelayOptions.check(options.flags);
        return options;
    }

    /** The same, with keys of the server's own making for each flag that was not given. */
    ApiServerOptions withOwnKeys() throws IOException {
        if (flags.isSet("tls-cert-file")) {
            return this;
        }
        Path dataDirectory = flags.path("data-dir");
        Files.createDirectories(dataDirectory);
        OwnKeys keys = new OwnKeys(dataDirectory);
        String server = "https://" + advertiseAddress() + ":" + flags.text("secure-port");
        Map<String, String> files = keys.complete(List.of(advertiseAddress()), server);
        return new ApiServerOptions(flags.withDefaults(files));
    }

    public Optional<Path> file(String name) {
        return flags.isSet(name) ? Optional.of(flags.path(name)) : Optional.empty();
    }

    /** The address of the kubernetes Service's endpoint: what was set, else loopback. */
    public String advertiseAddress() {
        return flags.isSet("advertise-address") ? flags.text("advertise-address") : "127.0.0.1";
    }
}
