/** The kinds of the core group that have particulars. */
@NullMarked
package io.alcove.apiserver.kinds.core;

import org.jspecify.annotations.NullMarked;
