/** The rules in CEL that stand in schemas: x-kubernetes-validations. */
@NullMarked
package io.alcove.apiserver.rule;

import org.jspecify.annotations.NullMarked;
