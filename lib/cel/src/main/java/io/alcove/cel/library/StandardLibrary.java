package io.alcove.cel.library;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Library;
import io.alcove.cel.syntax.StandardMacros;
import io.alcove.cel.type.CelType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the language itself has. */
public final class StandardLibrary {

    private static final List<CelType> TYPES =
            List.of(
                    CelType.BOOL,
                    CelType.BYTES,
                    CelType.DOUBLE,
                    CelType.DURATION,
                    CelType.INT,
                    CelType.list(CelType.DYN),
                    CelType.map(CelType.DYN, CelType.DYN),
                    CelType.NULL,
                    CelType.STRING,
                    CelType.TIMESTAMP,
                    CelType.TYPE,
                    CelType.UINT);

    private StandardLibrary() {}

    public static Library library() {
        List<FunctionDeclaration> functions =
                Stream.of(
                                Logic.functions(),
                                Arithmetic.functions(),
                                Comparisons.functions(),
                                Aggregates.functions(),
                                Conversions.functions(),
                                StringTests.functions(),
                                Times.functions())
                        .flatMap(List::stream)
                        .toList();
        return new Library(functions, StandardMacros.ALL, TYPES, Map.of());
    }
}
