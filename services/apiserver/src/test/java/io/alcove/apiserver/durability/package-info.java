/** What is left of acknowledged writes after a server is killed, loses power or its disk. */
@NullMarked
package io.alcove.apiserver.durability;

import org.jspecify.annotations.NullMarked;
