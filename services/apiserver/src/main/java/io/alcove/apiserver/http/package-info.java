@NullMarked
package io.alcove.apiserver.http;

import org.jspecify.annotations.NullMarked;
