package io.alcove.apimachinery.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelSelectorTest {

    private static final Map<String, String> LABELS = Map.of("app", "web", "n", "5");

    record Case(String selector, boolean matches) {}

    @Test
    void matchesLabels() {
        for (Case c :
                List.of(
                        new Case("", true),
                        new Case("app=web", true),
                        new Case("app==db", false),
                        new Case("app!=db,x!=y", true),
                        new Case("app in (db, web),!x", true),
                        new Case("app notin (web)", false),
                        new Case("n>4,n<6", true),
                        new Case("x", false))) {
            assertThat(LabelSelector.parse(c.selector()).matches(LABELS))
                    .as(c.selector())
                    .isEqualTo(c.matches());
        }
    }

    @Test
    void refusesWhatItCannotReadInUpstreamsWords() {
        assertThatThrownBy(() -> LabelSelector.parse("a in"))
                .hasMessage("unable to parse requirement: found '' expected: '('");
        assertThatThrownBy(() -> LabelSelector.parse("/=3"))
                .hasMessageStartingWith(
                        "unable to parse requirement: <nil>: Invalid value: \"/\": prefix part must be non-empty;");
    }
}
