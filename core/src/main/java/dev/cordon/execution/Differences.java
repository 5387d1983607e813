package dev.cordon.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Says in words how two readings of the same facts differ; empty where they do not. */
final class Differences {

    private static final int MOST = 8;

    private Differences() {}

    static String between(JsonNode before, JsonNode now) {
        var found = new ArrayList<String>();
        compare("", before, now, found);
        var told = found.size() > MOST ? found.subList(0, MOST) : found;
        var more = found.size() > MOST ? "; and " + (found.size() - MOST) + " more" : "";
        return String.join("; ", told) + more;
    }

    private static void compare(String path, JsonNode before, JsonNode now, List<String> found) {
        if (before.toString().equals(now.toString())) {
            return;
        }
        if (before.isObject() && now.isObject()) {
            var names = new TreeSet<>(before.propertyNames());
            names.addAll(now.propertyNames());
            names.forEach(name -> compare(path + "/" + name, before.path(name), now.path(name), found));
        } else if (before.isArray() && now.isArray()) {
            lists(path, before, now, found);
        } else {
            found.add(path + " was " + text(before) + ", is " + text(now));
        }
    }

    private static void lists(String path, JsonNode before, JsonNode now, List<String> found) {
        var gone = texts(before);
        var came = texts(now);
        var both = new ArrayList<>(gone);
        came.forEach(gone::remove);
        both.forEach(came::remove);
        gone.forEach(one -> found.add(path + " lost " + one));
        came.forEach(one -> found.add(path + " gained " + one));
        if (gone.isEmpty() && came.isEmpty()) {
            found.add(path + " is in another order");
        }
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.values().forEach(item -> texts.add(text(item)));
        return texts;
    }

    private static String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "absent";
        }
        var text = node.toString();
        return text.length() > 160 ? text.substring(0, 160) + "…" : text;
    }
}
