package io.alcove.controllermanager.storageprotection;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimUseTest {

    private static final String CLAIM = "{'name':'v','persistentVolumeClaim':{'claimName':'data'}}";

    private record Case(String name, String node, String phase, String volume, boolean used) {}

    @Test
    void seesWhichPodsUseAClaim() {
        for (Case c :
                List.of(
                        new Case("runs with it", "n", "Running", CLAIM, true),
                        new Case("has no node yet", "", "Pending", CLAIM, false),
                        new Case("has ended", "n", "Succeeded", CLAIM, true),
                        new Case(
                                "uses another",
                                "n",
                                "Running",
                                CLAIM.replace("data", "other"),
                                false),
                        new Case(
                                "has one made for it",
                                "n",
                                "Running",
                                "{'name':'data','ephemeral':{}}",
                                false))) {
            ApiObject pod =
                    parse(
                            "{'metadata':{'name':'p'},'spec':{'nodeName':'%s','volumes':[%s]},'status':{'phase':'%s'}}"
                                    .formatted(c.node(), c.volume(), c.phase()));
            assertThat(ClaimUse.isUsed(parse("{'metadata':{'name':'data'}}"), List.of(pod)))
                    .as(c.name())
                    .isEqualTo(c.used());
        }
    }

    private static ApiObject parse(String json) {
        return ApiObject.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
