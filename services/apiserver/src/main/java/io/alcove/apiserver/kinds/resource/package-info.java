/** The kinds of the group resource.k8s.io: devices, what offers them and who claims them. */
@NullMarked
package io.alcove.apiserver.kinds.resource;

import org.jspecify.annotations.NullMarked;
