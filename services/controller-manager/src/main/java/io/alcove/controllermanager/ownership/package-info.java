/** Who owns what: adoption of orphans, release of what no longer fits. */
@NullMarked
package io.alcove.controllermanager.ownership;

import org.jspecify.annotations.NullMarked;
