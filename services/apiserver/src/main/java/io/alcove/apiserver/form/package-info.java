/**
 * How Go's types write each built-in kind: which fields stand in an object when they are empty,
 * which are left out, and how times, quantities and numbers read. The facts are data for each
 * Kubernetes version, printed by {@code src/forms} from the published Go types.
 */
@NullMarked
package io.alcove.apiserver.form;

import org.jspecify.annotations.NullMarked;
