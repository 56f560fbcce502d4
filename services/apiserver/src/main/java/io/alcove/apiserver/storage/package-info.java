@NullMarked
package io.alcove.apiserver.storage;

import org.jspecify.annotations.NullMarked;
