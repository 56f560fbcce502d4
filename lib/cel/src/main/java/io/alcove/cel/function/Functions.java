package io.alcove.cel.function;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The functions of an environment, by name. */
public final class Functions {

    private final Map<String, FunctionDeclaration> byName = new LinkedHashMap<>();

    public Functions(Collection<Library> libraries) {
        for (Library library : libraries) {
            library.functions().forEach(f -> byName.merge(f.name(), f, FunctionDeclaration::with));
        }
    }

    public Optional<FunctionDeclaration> find(String name) {
        return Optional.ofNullable(byName.get(name.startsWith(".") ? name.substring(1) : name));
    }
}
