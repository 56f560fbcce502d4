@NullMarked
package io.alcove.apiserver.audit;

import org.jspecify.annotations.NullMarked;
