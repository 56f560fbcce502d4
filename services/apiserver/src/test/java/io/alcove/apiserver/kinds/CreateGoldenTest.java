package io.alcove.apiserver.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.AdmissionChain;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** New objects come out as they come out of kube-apiserver. */
final class CreateGoldenTest {

    /** Kinds whose recorded answers hold what upstream's admission plugins add to them. */
    private static final Set<String> CHANGED_BY_ADMISSION =
            Set.of(
                    "Pod",
                    "Node",
                    "PersistentVolume",
                    "PersistentVolumeClaim",
                    "VolumeAttributesClass");

    private final ServerInSmall server = new ServerInSmall(AdmissionChain.none());

    static Stream<Golden> goldens() {
        return Golden.read("create-core", "create-apps", "create-batch", "create-groups").stream()
                .filter(golden -> golden.code() == 201)
                .filter(golden -> !CHANGED_BY_ADMISSION.contains(golden.kind()));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void givesNewObjectsWhatKubeApiserverGives(Golden golden) {
        ApiObject created = server.create(golden.path(), golden.object());

        assertThat(stable(created.node())).isEqualTo(stable(golden.answer()));
    }

    /** Texts sorted by key, without what differs from run to run. */
    private static String stable(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        ((ObjectNode) copy.path("metadata")).remove(List.of("uid", "creationTimestamp"));
        if (copy.path("kind").asText().equals("CertificateSigningRequest")) {
            copy.withObject("/spec").remove("extra");
        }
        return Sorted.text(copy)
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UID")
                .replaceAll("kube-api-access-[a-z0-9]{5}", "kube-api-access-xxxxx")
                .replaceAll("(TransitionTime\"? : \"?)[0-9T:Z-]+", "$1TIME");
    }
}
