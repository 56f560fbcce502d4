@NullMarked
package io.alcove.apiserver.authorization;

import org.jspecify.annotations.NullMarked;
