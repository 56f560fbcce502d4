@NullMarked
package io.alcove.apiserver.request;

import org.jspecify.annotations.NullMarked;
