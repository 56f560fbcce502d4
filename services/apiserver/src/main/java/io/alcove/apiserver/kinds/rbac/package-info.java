/** Roles and bindings. */
@NullMarked
package io.alcove.apiserver.kinds.rbac;

import org.jspecify.annotations.NullMarked;
