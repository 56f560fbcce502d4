package io.alcove.cel.value;

/** A named format, whose pattern's size decides what validating by it costs. */
public interface NamedSize {

    long patternSize();
}
