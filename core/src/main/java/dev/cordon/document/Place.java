package dev.cordon.document;

/**
 * Where something was written: {@code playbook.yaml:14:5}, or {@code argument 3}.
 *
 * @param source the file as the caller named it, or what stands in for one
 * @param line   from 1; 0 where the source has no lines
 * @param column from 1; 0 where the source has no lines
 */
public record Place(String source, int line, int column) {

    /** All of a source, where no line can be named. */
    public static Place of(String source) {
        return new Place(source, 0, 0);
    }

    /** The {@code number}th word of a command, from 1. */
    public static Place argument(int number) {
        return of("argument " + number);
    }

    @Override
    public String toString() {
        return line == 0 ? Printable.of(source) : Printable.of(source) + ":" + line + ":" + column;
    }
}
