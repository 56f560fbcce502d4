@NullMarked
package io.alcove.controllermanager.storageprotection;

import org.jspecify.annotations.NullMarked;
