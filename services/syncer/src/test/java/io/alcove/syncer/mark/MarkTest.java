package io.alcove.syncer.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class MarkTest {

    private static final HostNames NAMES = new HostNames("t1", "tenant-a");
    private static final Mark MARK = new Mark("Secret", new ObjectName("web", "db"), "u1");

    private record Case(String name, Consumer<ApiObject> change) {}

    private static final List<Case> BREAKERS =
            List.of(
                    new Case("another name", o -> metadata(o, "name", "copied")),
                    new Case("another host namespace", o -> metadata(o, "namespace", "other")),
                    new Case("another tenant", o -> label(o, Marks.MANAGED_BY, "t2")),
                    new Case("another namespace label", o -> label(o, Marks.NAMESPACE, "x")),
                    new Case("no uid", o -> annotation(o, Marks.OBJECT_UID, "")),
                    new Case("another kind", o -> annotation(o, Marks.OBJECT_KIND, "Pod")),
                    new Case("another object", o -> annotation(o, Marks.OBJECT_NAME, "x")));

    @Test
    void readsWhatItWrote() {
        assertThat(Mark.read(marked(), NAMES)).contains(MARK);
    }

    @Test
    void readsNoMarkWhereOnePartDisagrees() {
        for (Case c : BREAKERS) {
            ApiObject hostObject = marked();
            c.change().accept(hostObject);
            assertThat(Mark.read(hostObject, NAMES)).as(c.name()).isEmpty();
        }
    }

    private static ApiObject marked() {
        ApiObject hostObject =
                ApiObject.of(new GroupVersionKind("", "v1", "Secret"), MARK.hostName(NAMES));
        MARK.writeOn(hostObject, NAMES);
        return hostObject;
    }

    private static void metadata(ApiObject object, String field, String value) {
        object.node().withObject("/metadata").put(field, value);
    }

    private static void label(ApiObject object, String key, String value) {
        object.node().withObject("/metadata").withObject("labels").put(key, value);
    }

    private static void annotation(ApiObject object, String key, String value) {
        object.node().withObject("/metadata").withObject("annotations").put(key, value);
    }
}
