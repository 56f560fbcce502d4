@NullMarked
package io.alcove.client.controller;

import org.jspecify.annotations.NullMarked;
