/** The loop that brings both sides of an object together, kind by kind. */
@NullMarked
package io.alcove.syncer.sync;

import org.jspecify.annotations.NullMarked;
