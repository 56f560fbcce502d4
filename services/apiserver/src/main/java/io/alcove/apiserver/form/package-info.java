/**
 * How Go's types write each built-in kind: which fields stand in an object when they are empty,
 * which are left out, and how times, quantities and numbers read. The facts are in the catalog of
 * each Kubernetes version.
 */
@NullMarked
package io.alcove.apiserver.form;

import org.jspecify.annotations.NullMarked;
