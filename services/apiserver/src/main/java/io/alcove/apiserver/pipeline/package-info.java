@NullMarked
package io.alcove.apiserver.pipeline;

import org.jspecify.annotations.NullMarked;
