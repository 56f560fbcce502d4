/** What an object of one side looks like on the other: pure functions. */
@NullMarked
package io.alcove.syncer.translation;

import org.jspecify.annotations.NullMarked;
