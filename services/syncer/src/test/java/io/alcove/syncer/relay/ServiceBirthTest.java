package io.alcove.syncer.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.host.MemoryHost;
import io.alcove.syncer.mark.HostNames;
import io.alcove.syncer.translation.HostObjects;
import io.alcove.syncer.translation.ServiceTranslation;
import io.alcove.testing.apiserver.TestObjects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ServiceBirthTest {

    private static final HostNames NAMES = new HostNames("t1", "tenant-a");
    private static final ObjectName WEB = new ObjectName("default", "web");

    private final MemoryHost host = new MemoryHost();
    private final ServiceBirth births =
            new ServiceBirth(
                    host, NAMES, new ServiceTranslation(new HostObjects(NAMES, Optional.empty())));

    @Test
    void givesBirthOnceForAUid() {
        ApiObject first = births.allocate(service("u1"), false);
        ApiObject second = births.allocate(service("u1"), false);
        assertThat(second.uid()).isEqualTo(first.uid());
        assertThat(first.at("spec", "selector").toString())
                .isEqualTo(
                        "{\"app\":\"web\",\"alcove.io/managed-by\":\"t1\",\"alcove.io/namespace\":\"default\"}");
    }

    @Test
    void makesRoomForANewObjectOfTheName() {
        ApiObject first = births.allocate(service("u1"), false);
        ApiObject second = births.allocate(service("u2"), false);
        assertThat(second.uid()).isNotEqualTo(first.uid());
    }

    @Test
    void leavesNoTraceOfADryRun() {
        births.allocate(service("u1"), true);
        assertThat(host.writes).isZero();
    }

    @Test
    void releasesOnlyTheBirthOfThatUid() {
        births.allocate(service("u1"), false);
        births.release(WEB, "another");
        assertThat(host.find(HostResource.SERVICES, NAMES.of(WEB))).isPresent();
        births.release(WEB, "u1");
        assertThat(host.find(HostResource.SERVICES, NAMES.of(WEB))).isEmpty();
    }

    @Test
    void refusesANameThatSomethingElseHas() {
        host.create(
                HostResource.SERVICES,
                ApiObject.of(new GroupVersionKind("", "v1", "Service"), NAMES.of(WEB)));
        assertThatThrownBy(() -> births.allocate(service("u1"), false))
                .isInstanceOf(StatusException.class)
                .hasMessageContaining("taken by an object that is not of this cluster");
    }

    private static ApiObject service(String uid) {
        return ServiceBirth.withIdentity(
                TestObjects.object(
                        """
                        {metadata: {name: 'web'},
                         spec: {selector: {app: 'web'}, ports: [{port: 80, protocol: 'TCP'}]}}
                        """),
                WEB,
                uid);
    }
}
