package dev.cordon.document;

import dev.cordon.document.Node.Entry;
import dev.cordon.document.Node.Form;
import dev.cordon.document.Node.Mapping;
import dev.cordon.document.Node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What holds for every tree, whichever notation it was read from. */
final class TreeRules {

    /** Deeper than anything that Cordon reads. */
    static final int DEEPEST = 50;

    private TreeRules() {}

    /** A scalar; NUL and half characters, which escapes can smuggle in, are problems. */
    static Scalar scalar(String text, Form form, Place place, Problems problems) {
        if (text.indexOf('\0') >= 0) {
            problems.add(place, "holds a NUL character");
        } else if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            problems.add(place, "holds half a character (a lone surrogate)");
        } else {
            return new Scalar(text, form, place);
        }
        return new Scalar("?", Form.QUOTED, place);
    }

    /** A mapping with each key once; a repeated one is a problem, and its first value stands. */
    static Mapping mapping(List<Entry> written, Place place, Problems problems) {
        var once = new LinkedHashMap<String, Entry>();
        for (var entry : written) {
            var first = once.putIfAbsent(entry.name(), entry);
            if (first != null) {
                problems.add(
                        entry.key().place(),
                        Printable.quoted(entry.name()) + " is written twice; first in line "
                                + first.key().place().line());
            }
        }
        return new Mapping(new ArrayList<>(once.values()), place);
    }
}
