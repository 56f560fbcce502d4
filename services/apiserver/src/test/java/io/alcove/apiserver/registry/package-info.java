@NullMarked
package io.alcove.apiserver.registry;

import org.jspecify.annotations.NullMarked;
