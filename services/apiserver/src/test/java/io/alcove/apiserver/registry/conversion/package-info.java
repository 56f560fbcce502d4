@NullMarked
package io.alcove.apiserver.registry.conversion;

import org.jspecify.annotations.NullMarked;
