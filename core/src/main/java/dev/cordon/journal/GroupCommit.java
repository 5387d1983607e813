package dev.cordon.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commits all entries that wait in one transaction, so that they share its fsync.
 *
 * <p>Nobody hears of anything before the commit, and the remembered heads move after it. One entry that cannot be
 * stored does not take the others with it. Whatever else goes wrong, the batch has failed, and connection and heads
 * are dropped: the next batch reads from the database how far the runs really are. For one thread.
 */
final class GroupCommit implements Commits {

    private final JournalFile file;
    private final Map<RunId, Head> heads = new HashMap<>();
    private @Nullable Session session;

    /** Opens the database at once, so that what is wrong with it shows before anything is begun. */
    GroupCommit(JournalFile file) {
        this.file = file;
        try {
            session = Session.of(file);
        } catch (SQLException e) {
            throw file.trouble(e);
        }
    }

    @Override
    public void commit(List<Waiting> batch) {
        var staged = new HashMap<RunId, Head>();
        var answers = new ArrayList<Runnable>(batch.size());
        var committing = false;
        try {
            var at = open();
            at.begin.execute();
            for (var entry : batch) {
                answers.add(write(entry, at, staged));
            }
            committing = true;
            at.commit.execute();
        } catch (SQLException e) {
            close();
            fail(batch, committing && !Trouble.surelyNothingWritten(e) ? unknown(e) : file.trouble(e));
            return;
        } catch (JournalException e) {
            close();
            fail(batch, e);
            return;
        } catch (RuntimeException | Error e) {
            close();
            var what = committing ? "whether the last entries were recorded is not known" : "nothing was recorded";
            fail(batch, new JournalException("the journal failed, " + what + ": " + e, e));
            return;
        }
        heads.putAll(staged);
        answers.forEach(Runnable::run);
    }

    /** SQLite rolls back what is not committed. */
    @Override
    public void close() {
        heads.clear();
        var closing = session;
        session = null;
        if (closing != null) {
            try {
                closing.connection.close();
            } catch (SQLException e) {
                // Nothing depends on it: what was committed is in the log on the disk.
            }
        }
    }

    private Runnable write(Waiting entry, Session at, Map<RunId, Head> staged) throws SQLException {
        try {
            var before = staged.containsKey(entry.run()) ? staged.get(entry.run()) : heads.get(entry.run());
            var after = at.insert(entry, before != null ? before : at.head(entry.run()));
            staged.put(entry.run(), after);
            return () -> entry.seq().complete(after.seq);
        } catch (SQLException e) {
            if (!Trouble.ofOneEntry(e)) {
                throw e;
            }
            staged.remove(entry.run());
            heads.remove(entry.run());
            var why = new JournalException(
                    "the entry was not recorded, for " + entry.run() + " was written to by somebody else, or the entry"
                            + " is too large: stop what else uses the journal, and try again",
                    e);
            return () -> entry.seq().completeExceptionally(why);
        }
    }

    private Session open() throws SQLException {
        var at = session;
        if (at == null) {
            at = Session.of(file);
            session = at;
        }
        return at;
    }

    private JournalException unknown(SQLException e) {
        return new JournalException(
                file.trouble(e).getMessage() + " (whether the last entries were recorded is not known)", e);
    }

    private static void fail(List<Waiting> batch, JournalException why) {
        batch.forEach(entry -> entry.seq().completeExceptionally(why));
    }

    private record Head(long seq, String hash) {}

    private record Session(
            Connection connection,
            PreparedStatement begin,
            PreparedStatement insert,
            PreparedStatement head,
            PreparedStatement commit) {

        static Session of(JournalFile file) throws SQLException {
            var connection = file.openToWrite();
            try {
                return new Session(
                        connection,
                        connection.prepareStatement("begin immediate"),
                        connection.prepareStatement(
                                "insert into entry (run, seq, at, kind, body, hash) values (?, ?, ?, ?, ?, ?)"),
                        connection.prepareStatement(
                                "select seq, hash from entry where run = ? order by seq desc limit 1"),
                        connection.prepareStatement("commit"));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }

        Head head(RunId run) throws SQLException {
            head.setString(1, run.value());
            try (var found = head.executeQuery()) {
                return found.next() ? new Head(found.getLong(1), found.getString(2)) : new Head(0, ChainLink.START);
            }
        }

        Head insert(Waiting entry, Head before) throws SQLException {
            var link = new ChainLink(
                    entry.run().value(), before.seq + 1, entry.at().toString(), entry.kind(), entry.body());
            var hash = link.hashAfter(before.hash);
            insert.setString(1, link.run());
            insert.setLong(2, link.seq());
            insert.setString(3, link.at());
            insert.setString(4, link.kind());
            insert.setString(5, link.body());
            insert.setString(6, hash);
            insert.executeUpdate();
            return new Head(link.seq(), hash);
        }
    }
}
