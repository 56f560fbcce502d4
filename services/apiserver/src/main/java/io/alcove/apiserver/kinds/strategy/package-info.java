/** What all built-in kinds share, and the table of what each has of it. */
@NullMarked
package io.alcove.apiserver.kinds.strategy;

import org.jspecify.annotations.NullMarked;
