package io.alcove.apimachinery.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final Facts OLDER = facts("kind\ta\tone\nkind\tb\ttwo\nkind\tc\tthree\n");
    private static final Facts NEWER = facts("kind\ta\tone\nkind\tb\t2\twith a tab\nkind\td\t4\n");

    @Test
    void holdsOnlyWhatDiffersFromTheVersionBefore() {
        assertThat(NEWER.text("1.1", OLDER))
                .isEqualTo("base\t\t1.1\ngone\tkind\tc\nkind\tb\t2\twith a tab\nkind\td\t4\n");
    }

    @Test
    void readsAVersionOverTheOneBefore() {
        Map<String, String> files = Map.of("1.1", OLDER.text(), "1.2", NEWER.text("1.1", OLDER));
        Facts read = Facts.load(minor -> bytes(files.getOrDefault(minor, "")), "1.2");
        assertThat(read.text()).isEqualTo(NEWER.text());
        assertThat(read.find("kind", "c")).isEmpty();
        assertThat(read.find("kind", "b").map(Slice::text)).contains("2\twith a tab");
    }

    @Test
    void refusesAVersionThatItHasNoFactsOf() {
        assertThatThrownBy(() -> Facts.load(FactsTest.class, "1.2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown Kubernetes version 1.2");
    }

    private static Facts facts(String text) {
        return Facts.parse(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
