package io.alcove.apiserver.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** YAML as upstream writes it: fields by their names, texts that could be times quoted. */
final class YamlText {

    private static final YAMLMapper YAML =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .stringQuotingChecker(new GoQuoting())
                                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                                    .build())
                    .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private YamlText() {}

    static byte[] of(byte[] json) {
        try {
            return YAML.writeValueAsBytes(JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of FieldsV1 the "." stays bare. */
    private static final class GoQuoting extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1;

        private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d?-\\d\\d?([Tt ].*)?");

        @Override
        public boolean needToQuoteName(String name) {
            return !name.equals(".") && (isTime(name) || super.needToQuoteName(name));
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return isTime(value) || super.needToQuoteValue(value);
        }

        private static boolean isTime(String text) {
            return !text.isEmpty()
                    && Character.isDigit(text.charAt(0))
                    && TIME.matcher(text).matches();
        }
    }
}
