/** Whether the server lives, and whether it may be asked. */
@NullMarked
package io.alcove.apiserver.health;

import org.jspecify.annotations.NullMarked;
