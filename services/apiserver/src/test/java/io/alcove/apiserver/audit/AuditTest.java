package io.alcove.apiserver.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final UserInfo ANN =
            new UserInfo("ann", "", List.of("devs", "system:authenticated"), Map.of());
    private static final String POLICY =
            """
            apiVersion: audit.k8s.io/v1
            kind: Policy
            omitStages: [RequestReceived]
            rules:
            - {level: None, users: [robot]}
            - {level: None, nonResourceURLs: ["/healthz*", /version]}
            - {level: None, verbs: [watch], resources: [{group: "", resources: [endpoints]}]}
            - {level: RequestResponse, resources: [{group: apps}]}
            - {level: Request, namespaces: [a], resources: [{group: "", resources: ["pods/*", "*/scale"]}]}
            - {level: Request, omitManagedFields: true, resources: [{group: "", resources: [configmaps], resourceNames: [seen]}]}
            - {level: Metadata, userGroups: [devs]}
            """;

    private final List<JsonNode> told = new ArrayList<>();

    record Case(String user, RequestInfo info, Level level) {}

    static List<Case> cases() {
        return List.of(
                new Case("robot", pods("get", "", "a"), Level.NONE),
                new Case("ann", RequestInfo.nonResource("get", "/healthz/etcd"), Level.NONE),
                new Case("ann", RequestInfo.nonResource("get", "/version"), Level.NONE),
                new Case("ann", RequestInfo.nonResource("get", "/versions"), Level.METADATA),
                new Case("ann", of("watch", "", "endpoints", "", "a", ""), Level.NONE),
                new Case("ann", of("list", "", "endpoints", "", "a", ""), Level.METADATA),
                new Case(
                        "ann",
                        of("get", "apps", "deployments", "", "a", "d"),
                        Level.REQUEST_RESPONSE),
                new Case("ann", pods("get", "log", "a"), Level.REQUEST),
                new Case("ann", pods("get", "", "a"), Level.REQUEST),
                new Case("ann", pods("get", "", "b"), Level.METADATA),
                new Case("ann", pods("get", "log", "b"), Level.METADATA),
                new Case("ann", of("get", "", "nodes", "scale", "a", "n"), Level.REQUEST),
                new Case("ann", of("get", "", "configmaps", "", "b", "seen"), Level.REQUEST),
                new Case("ann", of("get", "", "configmaps", "", "b", "other"), Level.METADATA));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFirstRuleThatFitsDecides(Case asked) throws IOException {
        UserInfo user = new UserInfo(asked.user(), "", List.of("devs"), Map.of());

        assertThat(policy(POLICY).decide(user, asked.info()).level()).isEqualTo(asked.level());
    }

    @Test
    void whatNoRuleFitsIsNotTold() throws IOException {
        UserInfo stranger = new UserInfo("bob", "", List.of(), Map.of());

        assertThat(policy(POLICY).decide(stranger, pods("get", "", "b")).level())
                .isEqualTo(Level.NONE);
    }

    record Refused(String version, String rules) {}

    static List<Refused> refused() {
        return List.of(
                new Refused("v1beta1", "[{level: None}]"),
                new Refused("v1", "[]"),
                new Refused("v1", "[{level: All}]"),
                new Refused("v1", "[{level: None, user: [a]}]"),
                new Refused("v1", "[{level: None, omitStages: [End]}]"),
                new Refused("v1", "[{level: None, nonResourceURLs: [healthz]}]"),
                new Refused("v1", "[{level: None, nonResourceURLs: [/a*b]}]"),
                new Refused("v1", "[{level: None, namespaces: [a], nonResourceURLs: [/a]}]"),
                new Refused("v1", "[{level: None, resources: [{resourceNames: [a]}]}]"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aPolicyThatSaysWhatItCannotMeanIsRefused(Refused asked) {
        String yaml =
                """
                apiVersion: audit.k8s.io/%s
                kind: Policy
                rules: %s
                """
                        .formatted(asked.version(), asked.rules());

        assertThatThrownBy(() -> policy(yaml)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEventOfTheMetadataLevelNamesTheObjectButDoesNotShowIt() throws IOException {
        AuditTrail trail = begin(of("create", "", "secrets", "", "a", ""));
        trail.requested(() -> json("{'metadata':{'name':'s'},'data':{'password':'cGFzcw=='}}"));
        trail.annotate("authorization.k8s.io/decision", "allow");
        trail.answered(201, false, () -> json("{'kind':'Secret','data':{'password':'cGFzcw=='}}"));
        trail.reached(Stage.RESPONSE_COMPLETE);

        assertThat(told).hasSize(1);
        assertThat(told.getFirst())
                .isEqualTo(
                        json(
                                """
                                {'kind':'Event','apiVersion':'audit.k8s.io/v1','level':'Metadata','auditID':'id','stage':'ResponseComplete',
                                'requestURI':'/uri?x=y','verb':'create','user':{'username':'ann','groups':['devs','system:authenticated']},
                                'sourceIPs':['10.0.0.1'],'userAgent':'kubectl',
                                'objectRef':{'resource':'secrets','namespace':'a','name':'s','apiVersion':'v1'},
                                'responseStatus':{'metadata':{},'code':201},
                                'requestReceivedTimestamp':'2026-01-02T03:04:05.678901Z','stageTimestamp':'2026-01-02T03:04:05.678901Z',
                                'annotations':{'authorization.k8s.io/decision':'allow'}}
                                """));
    }

    @Test
    void anEventOfTheHighestLevelShowsWhatWasSentAndAnswered() throws IOException {
        AuditTrail trail = begin(of("update", "apps", "deployments", "", "a", "d"));
        trail.impersonates(new UserInfo("eve", "7", List.of(), Map.of("k", List.of("v"))));
        trail.requested(() -> json("{'metadata':{'name':'d','uid':'u'}}"));
        trail.answered(
                409, true, () -> json("{'kind':'Status','status':'Failure','reason':'Conflict'}"));
        trail.reached(Stage.RESPONSE_COMPLETE);

        JsonNode event = told.getFirst();
        assertThat(event.path("requestObject"))
                .isEqualTo(json("{'metadata':{'name':'d','uid':'u'}}"));
        assertThat(event.path("responseObject").path("reason").asText()).isEqualTo("Conflict");
        assertThat(event.path("responseStatus"))
                .isEqualTo(
                        json("{'metadata':{},'status':'Failure','reason':'Conflict','code':409}"));
        assertThat(event.path("objectRef").path("uid").asText()).isEqualTo("u");
        assertThat(event.path("impersonatedUser"))
                .isEqualTo(json("{'username':'eve','uid':'7','extra':{'k':['v']}}"));
    }

    @Test
    void managedFieldsAreLeftOutWhereTheRuleSaysSo() throws IOException {
        AuditTrail trail = begin(of("update", "", "configmaps", "", "a", "seen"));
        trail.requested(() -> json("{'metadata':{'name':'seen','managedFields':[{}]}}"));
        trail.reached(Stage.RESPONSE_COMPLETE);

        assertThat(told.getFirst().path("requestObject"))
                .isEqualTo(json("{'metadata':{'name':'seen'}}"));
    }

    @Test
    void aFullFileIsPutAsideAndTheOldestIsForgotten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("audit.log");
        Instant[] time = {NOW};
        AuditLog.Limits limits = new AuditLog.Limits(25, 2, Duration.ZERO, true);
        try (AuditLog log = new AuditLog(file, limits, ticking(time))) {
            for (int i = 0; i < 9; i++) {
                time[0] = time[0].plusSeconds(1);
                log.accept(
                        "\"event %03d\""
                                .formatted(i)
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }

        assertThat(Files.readString(file)).isEqualTo("\"event 008\"\n");
        assertThat(names(folder))
                .containsExactly(
                        "audit-2026-01-02T03-04-12.678.log.gz",
                        "audit-2026-01-02T03-04-14.678.log.gz",
                        "audit.log");
    }

    private static Clock ticking(Instant[] time) {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return time[0];
            }
        };
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private AuditTrail begin(RequestInfo info) throws IOException {
        Audit audit = new Audit(policy(POLICY), event -> told.add(parsed(event)), CLOCK);
        return audit.begin(
                ANN,
                info,
                () ->
                        new AuditedRequest(
                                "id", "/uri?x=y", info, ANN, "kubectl", List.of("10.0.0.1"), NOW));
    }

    private static AuditPolicy policy(String yaml) throws IOException {
        return PolicyReader.read(new YAMLMapper().readTree(yaml));
    }

    private static RequestInfo pods(String verb, String subresource, String namespace) {
        return of(verb, "", "pods", subresource, namespace, "p");
    }

    private static RequestInfo of(
            String verb,
            String group,
            String resource,
            String subresource,
            String namespace,
            String name) {
        return new RequestInfo(verb, "/", group, "v1", resource, subresource, namespace, name);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(byte[] event) {
        try {
            return new ObjectMapper().readTree(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
