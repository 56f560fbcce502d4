@NullMarked
package io.alcove.apiserver.review;

import org.jspecify.annotations.NullMarked;
