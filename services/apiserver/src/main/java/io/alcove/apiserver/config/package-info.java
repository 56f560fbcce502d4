@NullMarked
package io.alcove.apiserver.config;

import org.jspecify.annotations.NullMarked;
