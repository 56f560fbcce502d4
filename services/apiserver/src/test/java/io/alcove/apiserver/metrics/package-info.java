@NullMarked
package io.alcove.apiserver.metrics;

import org.jspecify.annotations.NullMarked;
