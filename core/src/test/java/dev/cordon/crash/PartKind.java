package dev.cordon.crash;

import dev.cordon.plan.Part;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The ways in which a part of a plan can behave. Its word is part of its names, by which the {@link Vendor} goes. */
enum PartKind {
    SET("set", Parts::set),
    LAGGING("lagging", Parts::lagging),
    LASTING("lasting", Parts::lasting),
    SLOW("slow", Parts::slow),
    TEMPORARY("temporary", Parts::temporary),
    UNSEEN("unseen", Parts::unseen),
    COUNTED("lagging-counted", Parts::counted),
    CREATED("lagging-created", Parts::created),
    REFUSED_BUT_OPTIONAL("optional", Parts::refusedButOptional),
    FROZEN("frozen", Parts::frozen),
    ENDED("ended", Parts::ended),
    UNMEASURED("unmeasured", Parts::unmeasured),
    BLIND("blind", Parts::blind),
    REFUSED("refused", Parts::refused),
    DISPROVED("disproved", Parts::disproved);

    /** Whose answer, once lost, nobody can settle: design.md's table lets them, and only them, ask a person. */
    static final List<PartKind> DOUBTFUL = List.of(UNMEASURED, BLIND);

    static final List<PartKind> FAILING = List.of(REFUSED, DISPROVED);

    static final List<PartKind> OTHERS = List.of(values()).subList(SET.ordinal(), ENDED.ordinal() + 1);

    private final String word;
    private final Function<String, Part> made;

    PartKind(String word, Function<String, Part> made) {
        this.word = word;
        this.made = made;
    }

    Part part(String prefix) {
        return made.apply(name(prefix));
    }

    String name(String prefix) {
        return prefix + word;
    }

    /** What it leaves cannot be taken back. */
    boolean isForGood() {
        return this == BLIND || this == ENDED;
    }

    /** What must be there before anything is done. */
    Map<String, String> initial(String prefix) {
        var initial = new TreeMap<String, String>();
        if (this == FROZEN || this == ENDED) {
            initial.put(name(prefix) + ".member-0", "alive");
            initial.put(name(prefix) + ".member-1", "alive");
        }
        return initial;
    }
}
