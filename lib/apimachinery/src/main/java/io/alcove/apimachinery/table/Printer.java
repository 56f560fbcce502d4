package io.alcove.apimachinery.table;

/** Fills the cells of a kind's columns. */
@FunctionalInterface
interface Printer {

    void print(Cells row);
}
