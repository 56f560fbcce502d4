package io.alcove.cel.library;

import static io.alcove.cel.library.Types.STRINGS;
import static io.alcove.cel.type.CelType.BOOL;
import static io.alcove.cel.type.CelType.STRING;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Library;
import io.alcove.cel.function.Overload;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.MapValue;
import java.util.function.Function;

/** Functions of URLs. */
public final class Urls {

    private Urls() {}

    public static Library library() {
        return Library.of(
                        FunctionDeclaration.of(
                                "url",
                                Overload.unary("string_to_url", STRING, Url.TYPE, Urls::read)),
                        FunctionDeclaration.of(
                                "isURL",
                                Overload.unary(
                                        "is_url_string",
                                        STRING,
                                        BOOL,
                                        s -> read(s) instanceof Url)),
                        part("getScheme", "scheme", STRING, Url::scheme),
                        part("getHost", "host", STRING, Url::host),
                        part("getHostname", "hostname", STRING, Url::hostname),
                        part("getPort", "port", STRING, Url::port),
                        part("getEscapedPath", "escaped_path", STRING, Url::escapedPath),
                        part(
                                "getQuery",
                                "query",
                                CelType.map(STRING, STRINGS),
                                url -> MapValue.of(url.queryValues())))
                .withTypes(Url.TYPE);
    }

    private static FunctionDeclaration part(
            String name, String id, CelType result, Function<Url, Object> part) {
        return FunctionDeclaration.of(
                name,
                Overload.memberUnary("url_get_" + id, Url.TYPE, result, u -> part.apply((Url) u)));
    }

    private static Object read(Object text) {
        try {
            return Url.parse((String) text);
        } catch (Url.InvalidException e) {
            return new CelError("URL parse error during conversion from string: " + e.getMessage());
        }
    }
}
