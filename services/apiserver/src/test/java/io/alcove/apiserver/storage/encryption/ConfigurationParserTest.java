package io.alcove.apiserver.storage.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConfigurationParserTest {

    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZg==";

    record Case(String name, String rules, String problem) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case(
                        "no rule",
                        "[]",
                        "resources: Required value: at least one resources is required"),
                new Case(
                        "no resource",
                        "[{providers: [{identity: {}}]}]",
                        "resources[0].resources: Required value: at least one resources[0].resources is required"),
                new Case(
                        "no provider",
                        "[{resources: [secrets]}]",
                        "resources[0].providers: Required value: at least one resources[0].providers is required"),
                new Case(
                        "short key",
                        "[{resources: [secrets], providers: [{aesgcm: {keys: [{name: a, secret: YQ==}]}}]}]",
                        "resources[0].providers[0].aesgcm.keys[0].secret: Invalid value: \"REDACTED\": secret is not of the expected length, got 1, expected one of [16 24 32]"),
                new Case(
                        "no base64",
                        "[{resources: [secrets], providers: [{aescbc: {keys: [{name: a, secret: '!'}]}}]}]",
                        "resources[0].providers[0].aescbc.keys[0].secret: Invalid value: \"REDACTED\": secrets must be base64 encoded"),
                new Case(
                        "secretbox key",
                        "[{resources: [secrets], providers: [{secretbox: {keys: [{name: a, secret: "
                                + KEY
                                + "}]}}]}]",
                        "resources[0].providers[0].secretbox.keys[0].secret: Invalid value: \"REDACTED\": secret is not of the expected length, got 16, expected one of [32]"),
                new Case(
                        "overlap",
                        "[{resources: [secrets, '*.'], providers: [{identity: {}}]}]",
                        "resources[0].resources: Invalid value: [\"secrets\",\"*.\"]: using overlapping resources such as 'secrets' and '*.' in the same resource list is not allowed as they will be masked"),
                new Case(
                        "masked",
                        "[{resources: ['*.*'], providers: [{identity: {}}]}, {resources: [secrets], providers: [{identity: {}}]}]",
                        "resource \"secrets\" is masked by earlier rule \"*.*\""),
                new Case(
                        "star",
                        "[{resources: ['*'], providers: [{identity: {}}]}]",
                        "resources[0].resources[0]: Invalid value: \"*\": use '*.' to encrypt all the resources from core API group or *.* to encrypt all resources"),
                new Case(
                        "two providers in one",
                        "[{resources: [secrets], providers: [{identity: {}, kms: {}}]}]",
                        "resources[0].providers[0]: Invalid value: more than one provider specified in a single element, should split into different list elements"),
                new Case(
                        "KMS scheme",
                        "[{resources: [secrets], providers: [{kms: {apiVersion: v2, name: a, endpoint: 'tcp:///x'}}]}]",
                        "resources[0].providers[0].kms.endpoint: Invalid value: \"tcp:///x\": unsupported scheme \"tcp\" for KMS provider, only unix is supported"));
    }

    private static EncryptionConfiguration parse(String rules) {
        return ConfigurationParser.parse(
                ("{apiVersion: apiserver.config.k8s.io/v1, kind: EncryptionConfiguration, resources: "
                                + rules
                                + "}")
                        .getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrong(Case wrong) {
        assertThatThrownBy(() -> parse(wrong.rules())).hasMessage(wrong.problem());
    }

    @Test
    void readsKmsWithUpstreamsDefaults() {
        EncryptionConfiguration configuration =
                parse(
                        "[{resources: [secrets], providers: [{kms: {apiVersion: v2, name: a, endpoint: 'unix:///tmp/a.sock'}}]}]");
        Provider.Kms kms = (Provider.Kms) configuration.rules().getFirst().providers().getFirst();
        assertThat(kms.options().socket()).hasToString("/tmp/a.sock");
        assertThat(kms.options().timeout()).hasSeconds(3);
    }
}
