/** Deletes what nobody owns any longer, and lets owners go that wait for it. */
@NullMarked
package io.alcove.controllermanager.garbage;

import org.jspecify.annotations.NullMarked;
