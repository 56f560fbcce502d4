package io.alcove.apiserver.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.Status;
import io.alcove.apiserver.storage.StoredObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RegistryReadTest {

    private static final String CONFIG_MAPS = "/api/v1/namespaces/default/configmaps";

    private final TestingRegistry registry = new TestingRegistry();

    private record Refusal(
            String name, boolean watch, ListOptions options, int code, String message) {}

    @TestFactory
    List<DynamicTest> refusesListsAndWatchesAsUpstream() {
        String malformed = "strconv.ParseUint: parsing \"xx\": invalid syntax";
        String invalid = "ListOptions.meta.k8s.io \"\" is invalid: ";
        return List.of(
                        new Refusal(
                                "a list from no number",
                                false,
                                Lists.version("xx", ""),
                                400,
                                "invalid resource version: resourceVersion: Invalid value: \"xx\": "
                                        + malformed),
                        new Refusal(
                                "an exact list of a revision that is gone",
                                false,
                                Lists.version("1", "Exact"),
                                410,
                                "The resourceVersion for the provided list is too old."),
                        new Refusal(
                                "an exact list of any revision",
                                false,
                                Lists.version("0", "Exact"),
                                422,
                                invalid
                                        + "resourceVersionMatch: Forbidden: resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""),
                        new Refusal(
                                "an unknown match",
                                false,
                                Lists.version("", "Foo"),
                                422,
                                invalid
                                        + "[resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided, resourceVersionMatch: Unsupported value: \"Foo\": supported values: \"Exact\", \"NotOlderThan\", \"\"]"),
                        new Refusal(
                                "initial events of a list",
                                false,
                                Lists.events("", "", true, false),
                                422,
                                invalid
                                        + "sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list"),
                        new Refusal(
                                "a malformed label selector",
                                false,
                                Lists.labelled("a b"),
                                400,
                                "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt"),
                        new Refusal(
                                "a malformed field selector",
                                false,
                                Lists.fields("a"),
                                400,
                                "invalid selector: 'a'; can't understand 'a'"),
                        new Refusal(
                                "an unknown field",
                                false,
                                Lists.fields("a=b"),
                                400,
                                "\"a\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""),
                        new Refusal(
                                "a watch with initial events and no match",
                                true,
                                Lists.events("", "", true, false),
                                422,
                                invalid
                                        + "resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"),
                        new Refusal(
                                "a watch with a match and no initial events",
                                true,
                                Lists.events("", "Exact", null, false),
                                422,
                                invalid
                                        + "[resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided, resourceVersionMatch: Unsupported value: \"Exact\": supported values: \"NotOlderThan\"]"),
                        new Refusal(
                                "a watch from no number",
                                true,
                                Lists.version("xx", ""),
                                500,
                                "resourceVersion: Invalid value: \"xx\": " + malformed))
                .stream()
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)))
                .toList();
    }

    private void check(Refusal refusal) {
        registry.create(CONFIG_MAPS, "{'metadata':{'generateName':'a'}}");
        Status status =
                TestingRegistry.refusal(
                        () -> {
                            if (refusal.watch()) {
                                registry.watch(CONFIG_MAPS, refusal.options());
                            } else {
                                registry.list(CONFIG_MAPS, refusal.options());
                            }
                        });
        assertThat(status.message()).isEqualTo(refusal.message());
        assertThat(status.code()).isEqualTo(refusal.code());
    }

    @Test
    void listsPageByPageAtOneRevision() {
        create("a", "b", "c", "d", "e");
        ObjectList first = registry.list(CONFIG_MAPS, Lists.page(2, ""));
        assertThat(first.remaining()).isEqualTo(3);
        create("bb");
        ObjectList second = registry.list(CONFIG_MAPS, Lists.page(2, first.continueToken()));
        ObjectList third = registry.list(CONFIG_MAPS, Lists.page(2, second.continueToken()));
        assertThat(names(first, second, third)).containsExactly("a", "b", "c", "d", "e");
        assertThat(third.revision()).isEqualTo(first.revision());
        assertThat(third.continueToken()).isEmpty();
    }

    @Test
    void goesOnInconsistentlyWhereARevisionExpired() {
        create("a", "b");
        String old =
                new ContinueToken(1, new io.alcove.apimachinery.object.ObjectName("", "a"))
                        .encode();
        Status status =
                TestingRegistry.refusal(() -> registry.list(CONFIG_MAPS, Lists.page(0, old)));
        assertThat(status.code()).isEqualTo(410);
        assertThat(status.message()).startsWith("The provided continue parameter is too old");
        ObjectList rest = registry.list(CONFIG_MAPS, Lists.page(0, status.continueToken()));
        assertThat(names(rest)).containsExactly("b");
    }

    @Test
    void selectsByLabelsAndFields() {
        String pods = "/api/v1/namespaces/default/pods";
        registry.create(pods, "{'metadata':{'name':'a'},'spec':{'nodeName':'n1','containers':[]}}");
        registry.create(
                pods,
                "{'metadata':{'name':'b','labels':{'x':'y'}},'spec':{'nodeName':'n2','containers':[]}}");
        assertThat(names(registry.list(pods, Lists.labelled("x=y")))).containsExactly("b");
        assertThat(names(registry.list(pods, Lists.fields("spec.nodeName=n1"))))
                .containsExactly("a");
        assertThat(names(registry.list(pods, Lists.fields("metadata.name=b"))))
                .containsExactly("b");
        assertThat(names(registry.list("/api/v1/pods", Lists.fields("metadata.name!=b"))))
                .containsExactly("a");
    }

    @Test
    void waitsInVainForARevisionOfTheFuture() {
        Status status =
                TestingRegistry.refusal(
                        () ->
                                registry.registry.get(
                                        registry.context("get", CONFIG_MAPS + "/a"), "99999999"));
        assertThat(status.code()).isEqualTo(504);
        assertThat(status.message())
                .startsWith("Timeout: Too large resource version: 99999999, current: ");
    }

    @Test
    void watchesFromThePresentOn() throws InterruptedException {
        create("a");
        try (Watch watch = registry.watch(CONFIG_MAPS, Lists.events("", "", null, true))) {
            assertThat(changed(watch)).isEqualTo("ADDED a");
            WatchEvent.Bookmark end = (WatchEvent.Bookmark) watch.next().orElseThrow();
            assertThat(end.endsInitialEvents()).isTrue();
            assertThat(ApiObject.parse(end.json()).annotation("k8s.io/initial-events-end"))
                    .contains("true");
            registry.patch(CONFIG_MAPS + "/a", PatchType.MERGE, "{'data':{'k':'v'}}");
            registry.delete(CONFIG_MAPS + "/a");
            assertThat(changed(watch)).isEqualTo("MODIFIED a");
            assertThat(changed(watch)).isEqualTo("DELETED a");
        }
    }

    @Test
    void showsSelectionsAsAddedAndDeleted() throws InterruptedException {
        create("a");
        long revision = registry.list(CONFIG_MAPS, ListOptions.DEFAULT).revision();
        ListOptions labelled =
                new ListOptions(
                        "x=y",
                        "",
                        Long.toString(revision),
                        "",
                        0,
                        "",
                        false,
                        null,
                        java.time.Duration.ofMinutes(1));
        try (Watch watch = registry.watch(CONFIG_MAPS, labelled)) {
            registry.patch(
                    CONFIG_MAPS + "/a", PatchType.MERGE, "{'metadata':{'labels':{'x':'y'}}}");
            registry.patch(CONFIG_MAPS + "/a", PatchType.MERGE, "{'metadata':{'labels':null}}");
            assertThat(changed(watch)).isEqualTo("ADDED a");
            assertThat(changed(watch)).isEqualTo("DELETED a");
        }
    }

    @Test
    void servesEventsInBothGroups() {
        registry.create(
                "/api/v1/namespaces/default/events",
                "{'metadata':{'name':'e'},'involvedObject':{'kind':'Pod','name':'p','namespace':'default'},'message':'hello','reason':'R','type':'Normal'}");
        ApiObject event = registry.get("/apis/events.k8s.io/v1/namespaces/default/events/e");
        assertThat(event.apiVersion()).isEqualTo("events.k8s.io/v1");
        assertThat(event.text("note")).isEqualTo("hello");
        assertThat(event.text("regarding", "name")).isEqualTo("p");
    }

    private void create(String... names) {
        for (String name : names) {
            registry.create(CONFIG_MAPS, "{'metadata':{'name':'%s'}}".formatted(name));
        }
    }

    private static List<String> names(ObjectList... pages) {
        List<String> names = new ArrayList<>();
        for (ObjectList page : pages) {
            for (StoredObject object : page.items()) {
                names.add(object.name().name());
            }
        }
        return names;
    }

    private static String changed(Watch watch) throws InterruptedException {
        WatchEvent.Changed event = (WatchEvent.Changed) watch.next().orElseThrow();
        return event.type() + " " + event.object().name().name();
    }
}
