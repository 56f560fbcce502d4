package io.alcove.cel.library;

import static io.alcove.cel.library.Types.STRINGS;
import static io.alcove.cel.type.CelType.STRING;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.names.Names;
import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Library;
import io.alcove.cel.function.Overload;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.NamedSize;
import io.alcove.cel.value.OpaqueValue;
import io.alcove.cel.value.OptionalValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats by name: {@code format.dns1123Label().validate(self.name)}. */
public final class NamedFormats {

    private static final CelType TYPE = CelType.struct("kubernetes.NamedFormat");

    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");

    /**
     * @param problems what is wrong with a text, in upstream's words
     * @param patternSize decides what validating costs
     */
    private record Format(String name, Function<String, List<String>> problems, long patternSize)
            implements OpaqueValue, NamedSize {

        @Override
        public CelType type() {
            return TYPE;
        }

        @Override
        public boolean comparesAtUnitCost() {
            return true;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Format o && o.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    private static final Map<String, Format> FORMATS = formats();

    private NamedFormats() {}

    private static Map<String, Format> formats() {
        Map<String, Format> all = new LinkedHashMap<>();
        all.put("dns1123Label", new Format("DNS1123Label", Names::dns1123Label, 30));
        all.put("dns1123Subdomain", new Format("DNS1123Subdomain", Names::dns1123Subdomain, 60));
        all.put("dns1035Label", new Format("DNS1035Label", Names::dns1035Label, 30));
        all.put("qualifiedName", new Format("QualifiedName", LabelNames::key, 60));
        all.put("labelValue", new Format("LabelValue", LabelNames::value, 40));
        all.put("dns1123LabelPrefix", prefix("DNS1123LabelPrefix", Names::dns1123Label, 30));
        all.put(
                "dns1123SubdomainPrefix",
                prefix("DNS1123SubdomainPrefix", Names::dns1123Subdomain, 60));
        all.put("dns1035LabelPrefix", prefix("DNS1035LabelPrefix", Names::dns1035Label, 30));
        all.put("uri", new Format("URI", NamedFormats::uri, 1_103));
        all.put(
                "uuid",
                test("uuid", s -> UUID.matcher(s).matches(), "does not match the UUID format", 70));
        all.put("byte", test("byte", NamedFormats::isBase64, "invalid base64", 84));
        all.put("date", test("date", NamedFormats::isDate, "invalid date", 71));
        all.put(
                "datetime",
                test("datetime", s -> Timestamps.parse(s).isPresent(), "invalid datetime", 71));
        return Map.copyOf(all);
    }

    private static Format prefix(
            String name, Function<String, List<String>> problems, long patternSize) {
        return new Format(name, s -> problems.apply(Names.maskTrailingDash(s)), patternSize);
    }

    private static Format test(
            String name, Predicate<String> valid, String problem, long patternSize) {
        return new Format(name, s -> valid.test(s) ? List.of() : List.of(problem), patternSize);
    }

    private static List<String> uri(String text) {
        try {
            Url _ = Url.parse(text);
            return List.of();
        } catch (Url.InvalidException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean isSubdomain(String name) {
        return Names.dns1123Subdomain(name).isEmpty();
    }

    static boolean isLabel(String name) {
        return Names.dns1123Label(name).isEmpty();
    }

    public static Library library() {
        List<FunctionDeclaration> functions = new ArrayList<>();
        FORMATS.forEach(
                (name, format) ->
                        functions.add(
                                FunctionDeclaration.of(
                                        "format." + name,
                                        Overload.global(
                                                "format." + name, List.of(), TYPE, _ -> format))));
        functions.add(
                FunctionDeclaration.of(
                        "format.named",
                        Overload.unary(
                                "format-named",
                                STRING,
                                CelType.optional(TYPE),
                                name -> named((String) name))));
        functions.add(
                FunctionDeclaration.of(
                        "validate",
                        Overload.memberBinary(
                                "format-validate",
                                TYPE,
                                STRING,
                                CelType.optional(STRINGS),
                                (format, text) -> validate((Format) format, (String) text))));
        return new Library(functions, List.of(), List.of(TYPE), Map.of());
    }

    private static Object named(String name) {
        Format format = FORMATS.get(name);
        return format == null ? OptionalValue.NONE : OptionalValue.of(format);
    }

    private static Object validate(Format format, String text) {
        List<String> problems = format.problems().apply(text);
        return problems.isEmpty() ? OptionalValue.NONE : OptionalValue.of(ListValue.of(problems));
    }
}
