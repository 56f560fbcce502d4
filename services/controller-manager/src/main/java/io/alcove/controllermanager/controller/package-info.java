/** What every controller is made of and started with. */
@NullMarked
package io.alcove.controllermanager.controller;

import org.jspecify.annotations.NullMarked;
