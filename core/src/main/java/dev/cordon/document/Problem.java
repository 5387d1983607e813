package dev.cordon.document;

import java.util.Optional;

/**
 * One thing that is wrong with what a person wrote. Prints as
 * {@code playbook.yaml:14:5: 'isolat_host' is no action; did you mean 'isolate_host'?}
 *
 * @param what    a sentence without its full stop; text from outside in it has been made {@link Printable}
 * @param nearest the known name that was probably meant
 */
public record Problem(Place place, String what, Optional<String> nearest) {

    @Override
    public String toString() {
        return place + ": " + what
                + nearest.map(name -> "; did you mean '" + name + "'?").orElse("");
    }
}
