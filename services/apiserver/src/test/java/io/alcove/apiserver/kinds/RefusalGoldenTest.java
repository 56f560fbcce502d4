package io.alcove.apiserver.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Invalid new objects are refused with the causes that kube-apiserver tells, in its order. */
final class RefusalGoldenTest {

    /**
     * An empty map is dropped from the stored form before it is told; the addresses of an external
     * name are dropped before they are refused.
     */
    private static final Set<String> DIFFERENT =
            Set.of("no capacity", "external name with address");

    private final ServerInSmall server = new ServerInSmall(AdmissionChain.none());

    static Stream<Golden> goldens() {
        return Golden.read(
                        "refused-pods",
                        "refused-apps",
                        "refused-batch",
                        "refused-services",
                        "refused-groups")
                .stream()
                .filter(golden -> !DIFFERENT.contains(golden.name()));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void refusesWhatKubeApiserverRefuses(Golden golden) {
        assertThat(answer(golden).stream().map(RefusalGoldenTest::withoutUids).toList())
                .isEqualTo(expected(golden).stream().map(RefusalGoldenTest::withoutUids).toList());
    }

    private List<String> answer(Golden golden) {
        try {
            server.create(golden.path(), golden.object());
            return List.of("201");
        } catch (StatusException e) {
            List<String> lines = new ArrayList<>();
            lines.add(e.status().code() + " " + e.status().message());
            for (StatusCause cause : e.status().details().causes()) {
                lines.add(cause.field() + " | " + cause.reason() + " | " + cause.message());
            }
            return lines;
        }
    }

    private static List<String> expected(Golden golden) {
        if (golden.code() == 201) {
            return List.of("201");
        }
        List<String> lines = new ArrayList<>();
        lines.add(golden.code() + " " + golden.answer().path("message").asText());
        for (JsonNode cause : golden.answer().path("details").path("causes")) {
            lines.add(
                    cause.path("field").asText()
                            + " | "
                            + cause.path("reason").asText()
                            + " | "
                            + cause.path("message").asText());
        }
        return lines;
    }

    static String withoutUids(String line) {
        return line.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UID");
    }
}
