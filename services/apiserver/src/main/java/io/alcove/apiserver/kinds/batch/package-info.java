/** The kinds of the group batch. */
@NullMarked
package io.alcove.apiserver.kinds.batch;

import org.jspecify.annotations.NullMarked;
