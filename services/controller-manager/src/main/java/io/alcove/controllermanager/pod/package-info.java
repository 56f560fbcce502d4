/** What controllers of pods read in them, and how they make and delete them. */
@NullMarked
package io.alcove.controllermanager.pod;

import org.jspecify.annotations.NullMarked;
