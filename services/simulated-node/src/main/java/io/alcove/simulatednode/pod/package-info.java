/** What a kubelet would say of the pods on its node. */
@NullMarked
package io.alcove.simulatednode.pod;

import org.jspecify.annotations.NullMarked;
