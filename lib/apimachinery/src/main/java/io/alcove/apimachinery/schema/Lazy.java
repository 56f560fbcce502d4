package io.alcove.apimachinery.schema;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Computes once, when first asked; two threads that ask at once may both compute. */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> compute;
    private volatile @Nullable T value;

    Lazy(Supplier<T> compute) {
        this.compute = compute;
    }

    @Override
    public T get() {
        T present = value;
        if (present == null) {
            present = compute.get();
            value = present;
        }
        return present;
    }
}
