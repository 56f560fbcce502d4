/** Rules on objects, with upstream's words and paths, shared by several kinds. */
@NullMarked
package io.alcove.apiserver.kinds.validation;

import org.jspecify.annotations.NullMarked;
