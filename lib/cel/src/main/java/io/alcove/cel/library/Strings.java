package io.alcove.cel.library;

import static io.alcove.cel.library.Types.STRINGS;
import static io.alcove.cel.type.CelType.INT;
import static io.alcove.cel.type.CelType.STRING;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Library;
import io.alcove.cel.function.Overload;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.ListValue;
import java.util.List;

/** Functions of strings. Positions count code points. */
public final class Strings {

    private Strings() {}

    public static Library library() {
        return Library.of(
                FunctionDeclaration.of(
                        "charAt",
                        Overload.memberBinary(
                                "string_char_at_int",
                                STRING,
                                INT,
                                STRING,
                                (s, i) -> new CodePoints((String) s).charAt((Long) i))),
                FunctionDeclaration.of(
                        "indexOf",
                        Overload.memberBinary(
                                "string_index_of_string",
                                STRING,
                                STRING,
                                INT,
                                (s, part) -> new CodePoints((String) s).indexOf((String) part, 0)),
                        Overload.member(
                                "string_index_of_string_int",
                                List.of(STRING, STRING, INT),
                                INT,
                                a ->
                                        new CodePoints((String) a[0])
                                                .indexOf((String) a[1], (Long) a[2]))),
                FunctionDeclaration.of(
                        "lastIndexOf",
                        Overload.memberBinary(
                                "string_last_index_of_string",
                                STRING,
                                STRING,
                                INT,
                                (s, part) -> new CodePoints((String) s).lastIndexOf((String) part)),
                        Overload.member(
                                "string_last_index_of_string_int",
                                List.of(STRING, STRING, INT),
                                INT,
                                a ->
                                        new CodePoints((String) a[0])
                                                .lastIndexOf((String) a[1], (Long) a[2]))),
                FunctionDeclaration.of(
                        "lowerAscii",
                        Overload.memberUnary(
                                "string_lower_ascii",
                                STRING,
                                STRING,
                                s -> CodePoints.mapAscii((String) s, Character::toLowerCase))),
                FunctionDeclaration.of(
                        "upperAscii",
                        Overload.memberUnary(
                                "string_upper_ascii",
                                STRING,
                                STRING,
                                s -> CodePoints.mapAscii((String) s, Character::toUpperCase))),
                FunctionDeclaration.of(
                        "replace",
                        Overload.member(
                                "string_replace_string_string",
                                List.of(STRING, STRING, STRING),
                                STRING,
                                a ->
                                        GoStrings.replace(
                                                (String) a[0], (String) a[1], (String) a[2], -1)),
                        Overload.member(
                                "string_replace_string_string_int",
                                List.of(STRING, STRING, STRING, INT),
                                STRING,
                                a ->
                                        GoStrings.replace(
                                                (String) a[0],
                                                (String) a[1],
                                                (String) a[2],
                                                (Long) a[3]))),
                FunctionDeclaration.of(
                        "split",
                        Overload.memberBinary(
                                "string_split_string",
                                STRING,
                                STRING,
                                STRINGS,
                                (s, by) ->
                                        ListValue.of(GoStrings.split((String) s, (String) by, -1))),
                        Overload.member(
                                "string_split_string_int",
                                List.of(STRING, STRING, INT),
                                STRINGS,
                                a ->
                                        ListValue.of(
                                                GoStrings.split(
                                                        (String) a[0],
                                                        (String) a[1],
                                                        (Long) a[2])))),
                FunctionDeclaration.of(
                        "substring",
                        Overload.memberBinary(
                                "string_substring_int",
                                STRING,
                                INT,
                                STRING,
                                (s, start) -> new CodePoints((String) s).substring((Long) start)),
                        Overload.member(
                                "string_substring_int_int",
                                List.of(STRING, INT, INT),
                                STRING,
                                a ->
                                        new CodePoints((String) a[0])
                                                .substring((Long) a[1], (Long) a[2]))),
                FunctionDeclaration.of(
                        "trim",
                        Overload.memberUnary(
                                "string_trim", STRING, STRING, s -> GoStrings.trim((String) s))),
                FunctionDeclaration.of(
                        "format",
                        Overload.memberBinary(
                                "string_format",
                                STRING,
                                CelType.list(CelType.DYN),
                                STRING,
                                (s, list) -> StringFormat.format((String) s, (ListValue) list))),
                FunctionDeclaration.of(
                        "strings.quote",
                        Overload.unary(
                                "strings_quote", STRING, STRING, s -> GoStrings.quote((String) s))),
                FunctionDeclaration.of(
                        "join",
                        Overload.memberUnary(
                                "list_join", STRINGS, STRING, l -> join((ListValue) l, "")),
                        Overload.memberBinary(
                                "list_join_string",
                                STRINGS,
                                STRING,
                                STRING,
                                (l, by) -> join((ListValue) l, (String) by))));
    }

    private static Object join(ListValue list, String separator) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof String text)) {
                return new CelError("join: invalid input: " + list.get(i));
            }
            joined.append(i == 0 ? "" : separator).append(text);
        }
        return joined.toString();
    }
}
