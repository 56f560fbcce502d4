/**
 * The defaults that kube-apiserver sets in code, in tables by the Go type that they belong to, so
 * that a Probe gets the same wherever it stands.
 */
@NullMarked
package io.alcove.apiserver.kinds.defaults;

import org.jspecify.annotations.NullMarked;
