package dev.cordon.document;

/** Ends the reading of a tree where it stands: to read on would only serve whoever nested it. */
final class TooDeep extends RuntimeException {

    private final transient Place place;

    private TooDeep(Place place) {
        this.place = place;
    }

    static void refuse(int depth, Place place) {
        if (depth > TreeRules.DEEPEST) {
            throw new TooDeep(place);
        }
    }

    void addTo(Problems problems) {
        problems.add(place, "is nested deeper than " + TreeRules.DEEPEST + " levels");
    }
}
