@NullMarked
package io.alcove.apiserver.grpc;

import org.jspecify.annotations.NullMarked;
