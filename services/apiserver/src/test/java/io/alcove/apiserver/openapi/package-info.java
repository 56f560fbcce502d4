@NullMarked
package io.alcove.apiserver.openapi;

import org.jspecify.annotations.NullMarked;
