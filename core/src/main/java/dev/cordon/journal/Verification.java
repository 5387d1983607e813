package dev.cordon.journal;

/** What following a run's hash chain showed. */
public sealed interface Verification {

    /**
     * Nothing between the first entry and the last was changed, removed, inserted or moved.
     *
     * <p>Entries cut off at the end leave no trace in the rest: whoever noted {@code head} elsewhere (in a report,
     * in a log) finds that out by comparing.
     *
     * @param entries how many there are; 0 for a run that is not known
     * @param head    the hash of the last one; 64 zeros where there is none
     */
    record Intact(long entries, String head) implements Verification {}

    /**
     * Somebody changed the record.
     *
     * @param seq the first place at which it is not what was written
     * @param why one line for a person
     */
    record Broken(long seq, String why) implements Verification {

        /** What is wrong, for a person. */
        public String inWords(RunId run) {
            return "the record of " + run + " is not as it was written from entry " + seq + " on (" + why + ")";
        }

        /** What is wrong and what to do, on one line. */
        public String warning(RunId run) {
            return inWords(run) + ": nothing is done by it; restore the data folder from a backup, or undo by hand what"
                    + " 'cordon report " + run + "' lists";
        }
    }
}
