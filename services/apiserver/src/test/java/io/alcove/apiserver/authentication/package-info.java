@NullMarked
package io.alcove.apiserver.authentication;

import org.jspecify.annotations.NullMarked;
