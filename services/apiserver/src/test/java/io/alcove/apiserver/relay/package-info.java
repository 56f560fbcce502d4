@NullMarked
package io.alcove.apiserver.relay;

import org.jspecify.annotations.NullMarked;
