/** Cluster roles that gather the rules of others. */
@NullMarked
package io.alcove.controllermanager.clusterrole;

import org.jspecify.annotations.NullMarked;
