@NullMarked
package io.alcove.apiserver.serviceaccount;

import org.jspecify.annotations.NullMarked;
