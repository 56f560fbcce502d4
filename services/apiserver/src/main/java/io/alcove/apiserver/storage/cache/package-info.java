@NullMarked
package io.alcove.apiserver.storage.cache;

import org.jspecify.annotations.NullMarked;
