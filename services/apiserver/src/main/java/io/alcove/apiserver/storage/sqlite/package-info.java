@NullMarked
package io.alcove.apiserver.storage.sqlite;

import org.jspecify.annotations.NullMarked;
