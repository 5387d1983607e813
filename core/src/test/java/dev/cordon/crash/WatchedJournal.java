package dev.cordon.crash;

import dev.cordon.journal.Entry;
import dev.cordon.journal.Journal;
import dev.cordon.journal.RunId;
import dev.cordon.journal.Verification;
import java.util.List;

/** A journal that says of each entry when it is about to be written and when it is acknowledged. */
record WatchedJournal(Journal journal, Line line) implements Journal {

    @Override
    public long append(RunId run, String kind, String body) {
        line.say(new Message.Writes(kind));
        var seq = journal.append(run, kind, body);
        line.say(new Message.Recorded(run.value(), seq, kind, body));
        return seq;
    }

    @Override
    public List<Entry> read(RunId run) {
        return journal.read(run);
    }

    @Override
    public List<RunId> runs() {
        return journal.runs();
    }

    @Override
    public Verification verify(RunId run) {
        return journal.verify(run);
    }

    @Override
    public void close() {
        journal.close();
    }
}
