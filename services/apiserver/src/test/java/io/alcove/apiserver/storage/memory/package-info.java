@NullMarked
package io.alcove.apiserver.storage.memory;

import org.jspecify.annotations.NullMarked;
