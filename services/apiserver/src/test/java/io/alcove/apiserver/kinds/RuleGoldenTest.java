package io.alcove.apiserver.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Creates and updates are taken or refused with the causes that kube-apiserver tells. */
final class RuleGoldenTest {

    /** An empty list is dropped before defaults are set; an annotation that nothing reads. */
    private static final List<String> DIFFERENT =
            List.of("behavior no policies", "preferAvoidPods");

    private static final RuleServer SERVER = new RuleServer();

    static Stream<RuleRow> rows() {
        return Stream.of(
                        "rules-pods",
                        "rules-workloads",
                        "rules-batch",
                        "rules-services",
                        "rules-networking",
                        "rules-volumes",
                        "rules-policy",
                        "rules-core",
                        "rules-requests",
                        "rules-certificates",
                        "rules-definitions")
                .flatMap(file -> RuleRow.read(file).stream())
                .filter(row -> DIFFERENT.stream().noneMatch(row.toString()::endsWith));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void answersAsKubeApiserverDoes(RuleRow row) {
        List<String> answer = stable(SERVER.answer(row));

        if (row.isAnyOrder()) {
            assertThat(answer).containsExactlyInAnyOrderElementsOf(stable(row.answer()));
        } else {
            assertThat(answer).isEqualTo(stable(row.answer()));
        }
    }

    private static List<String> stable(List<String> lines) {
        return lines.stream().map(RefusalGoldenTest::withoutUids).toList();
    }
}
