/** The kinds of the group apps. */
@NullMarked
package io.alcove.apiserver.kinds.apps;

import org.jspecify.annotations.NullMarked;
