/** Names and marks that tell a tenant's host objects from all others. */
@NullMarked
package io.alcove.syncer.mark;

import org.jspecify.annotations.NullMarked;
