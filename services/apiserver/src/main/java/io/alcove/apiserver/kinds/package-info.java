/**
 * What is particular to each built-in kind, found by its name: defaults, validation, strategies of
 * update and status, and the subresources that are code.
 */
@NullMarked
package io.alcove.apiserver.kinds;

import org.jspecify.annotations.NullMarked;
