@NullMarked
package io.alcove.controllermanager.clusterrole;

import org.jspecify.annotations.NullMarked;
