/** The expressions of access control's configuration files. */
@NullMarked
package io.alcove.apiserver.expression;

import org.jspecify.annotations.NullMarked;
