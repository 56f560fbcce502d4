package io.alcove.apiserver.http;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** JSON for people: indented as Go indents it, for those who ask so and for terminals. */
final class PrettyJson {

    /** Programs that upstream takes for a person. */
    private static final List<String> PEOPLE = List.of("curl", "Wget", "Mozilla/5.0");

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter WRITER =
            JSON.writer(
                    new DefaultPrettyPrinter(
                                    Separators.createDefaultInstance()
                                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                                            .withObjectEmptySeparator("")
                                            .withArrayEmptySeparator(""))
                            .withObjectIndenter(INDENT)
                            .withArrayIndenter(INDENT));

    private PrettyJson() {}

    static boolean isWanted(Exchange exchange) {
        String asked = exchange.query().text("pretty").toLowerCase(Locale.ROOT);
        if (!asked.isEmpty()) {
            return asked.equals("true") || asked.equals("t") || asked.equals("1");
        }
        return PEOPLE.stream().anyMatch(exchange.header("User-Agent")::startsWith);
    }

    static byte[] of(byte[] json) {
        try {
            return WRITER.writeValueAsBytes(JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
