/** Volumes and claims go only when nobody uses them. */
@NullMarked
package io.alcove.controllermanager.storageprotection;

import org.jspecify.annotations.NullMarked;
