/** Rolls Deployments out over ReplicaSets. */
@NullMarked
package io.alcove.controllermanager.deployment;

import org.jspecify.annotations.NullMarked;
