package io.alcove.apiserver.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apiserver.request.RequestInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricsTest {

    private final Metrics metrics = new Metrics();

    @Test
    void aCounterAndAGaugeAreALineForEachCombinationOfTheirLabels() {
        Series<Counter> asked = metrics.counter("asked_total", "How often.", "who", "what");
        asked.of("a", "x").increment();
        asked.of("a", "x").add(2);
        asked.of("b", "say \"\\\n\"").increment();
        metrics.gauge("open", "How many.").of().increment();

        assertThat(text())
                .contains("# HELP asked_total How often.\n# TYPE asked_total counter\n")
                .contains("asked_total{who=\"a\",what=\"x\"} 3\n")
                .contains("asked_total{who=\"b\",what=\"say \\\"\\\\\\n\\\"\"} 1\n")
                .contains("# TYPE open gauge\nopen 1\n");
    }

    @Test
    void aHistogramCountsUpToEachBound() {
        Histogram histogram =
                metrics.histogram("took_seconds", "Time.", new double[] {0.5, 1, 2}, "verb")
                        .of("GET");
        histogram.observe(0.25);
        histogram.observe(1);
        histogram.observe(3);

        assertThat(text())
                .endsWith(
                        """
                        took_seconds_bucket{verb="GET",le="0.5"} 1
                        took_seconds_bucket{verb="GET",le="1"} 2
                        took_seconds_bucket{verb="GET",le="2"} 2
                        took_seconds_bucket{verb="GET",le="+Inf"} 3
                        took_seconds_sum{verb="GET"} 4.25
                        took_seconds_count{verb="GET"} 3
                        """);
    }

    @Test
    void whatNobodyCountedIsNotShown() {
        metrics.counter("asked_total", "How often.", "who");
        metrics.observed("seen", "gauge", "Seen.", List.of("who"), Map::of);

        assertThat(text()).isEmpty();
    }

    record Place(RequestInfo info, String method, boolean apply, String verb, String scope) {}

    static List<Place> places() {
        return List.of(
                new Place(pods("get", "", "a", "p"), "GET", false, "GET", "resource"),
                new Place(pods("list", "", "a", ""), "GET", false, "LIST", "namespace"),
                new Place(pods("list", "", "", ""), "GET", false, "LIST", "cluster"),
                new Place(pods("watch", "", "", ""), "GET", false, "WATCH", "cluster"),
                new Place(pods("create", "", "a", ""), "POST", false, "POST", "resource"),
                new Place(pods("patch", "", "a", "p"), "PATCH", false, "PATCH", "resource"),
                new Place(pods("patch", "", "a", "p"), "PATCH", true, "APPLY", "resource"),
                new Place(pods("get", "log", "a", "p"), "GET", false, "CONNECT", "resource"),
                new Place(RequestInfo.nonResource("get", "/livez"), "GET", false, "GET", ""),
                new Place(RequestInfo.nonResource("brew", "/livez"), "BREW", false, "other", ""));
    }

    @ParameterizedTest
    @MethodSource("places")
    void aRequestIsNamedAsUpstreamNamesIt(Place place) {
        RequestLabels labels = RequestLabels.of(place.info(), place.method(), place.apply(), false);

        assertThat(labels.verb()).isEqualTo(place.verb());
        assertThat(labels.scope()).isEqualTo(place.scope());
    }

    @Test
    void anAnswerIsCountedAndTimedOnce() {
        RequestMetrics requests = new RequestMetrics(metrics);
        RequestLabels labels = RequestLabels.of(pods("list", "", "a", ""), "GET", false, false);
        requests.answered(labels, 200, 1234, 30_000_000, 10_000_000);

        String place =
                "component=\"apiserver\",group=\"\",resource=\"pods\",scope=\"namespace\","
                        + "subresource=\"\",verb=\"LIST\",version=\"v1\"";
        assertThat(text())
                .contains(
                        "apiserver_request_total{code=\"200\",component=\"apiserver\",dry_run=\"\",group=\"\"")
                .contains("apiserver_request_sli_duration_seconds_sum{" + place + "} 0.02\n")
                .contains("apiserver_response_sizes_sum{" + place + "} 1234\n");
    }

    private static RequestInfo pods(
            String verb, String subresource, String namespace, String name) {
        return new RequestInfo(verb, "/", "", "v1", "pods", subresource, namespace, name);
    }

    private String text() {
        return new String(metrics.text(), StandardCharsets.UTF_8);
    }
}
