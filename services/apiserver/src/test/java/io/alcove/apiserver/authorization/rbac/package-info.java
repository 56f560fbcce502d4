@NullMarked
package io.alcove.apiserver.authorization.rbac;

import org.jspecify.annotations.NullMarked;
