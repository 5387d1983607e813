package dev.cordon.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns what SQLite or the file system says into one line that tells a person what to do. */
final class Trouble {

    private static final String ELSEWHERE = ", or use --data with another folder";
    private static final long HARDLY_ANY_SPACE = 256 * 1024;
    private static final long THE_LIBRARY = 2 * 1024 * 1024;

    private Trouble() {}

    static JournalException with(Path database, SQLException e) {
        var code = codeOf(e);
        if (code == SQLiteErrorCode.SQLITE_READONLY_DBMOVED) {
            return new JournalException(
                    database + " was moved or deleted while in use: put it back and start Cordon again", e);
        }
        return switch (primary(code)) {
            case SQLITE_FULL -> full(database, e);
            case SQLITE_NOTADB, SQLITE_CORRUPT -> damaged(database, e);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new JournalException(database + " is locked by another program: close that and try again", e);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> notAllowed(database, e);
            case SQLITE_CANTOPEN -> noSpace(database) ? full(database, e) : notAllowed(database, e);
            case SQLITE_IOERR ->
                noSpace(database)
                        ? full(database, e)
                        : new JournalException(
                                database + " cannot be read or written (" + code.name() + "): look at the disk and the"
                                        + " system log, then start Cordon again",
                                e);
            default -> new JournalException(database + ": " + e.getMessage(), e);
        };
    }

    static JournalException with(Path path, IOException e) {
        var why = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        if (e instanceof AccessDeniedException || (why != null && why.contains("Read-only file system"))) {
            return notAllowed(path, e);
        }
        if (e instanceof NoSuchFileException) {
            return new JournalException(path + " is not there: create it" + ELSEWHERE, e);
        }
        if (why != null && why.contains("No space left")) {
            return full(path, e);
        }
        return new JournalException(path + " cannot be used (" + why + "): put that right" + ELSEWHERE, e);
    }

    static JournalException damaged(Path database, SQLException e) {
        return new JournalException(
                database + " is damaged, or no journal of Cordon (" + codeOf(e).name() + "): restore it, with its"
                        + " -wal file, from a backup" + ELSEWHERE,
                e);
    }

    /** SQLite's own library could not be unpacked into the folder and loaded from there. */
    static JournalException notUnpacked(Path folder, Exception e) {
        return hasLess(THE_LIBRARY, folder)
                ? full(folder, e)
                : new JournalException(
                        "SQLite cannot be loaded from " + folder + ": its file system must not be mounted noexec; put"
                                + " that right" + ELSEWHERE,
                        e);
    }

    /** Whether the error condemns one statement only, so that its transaction can go on. */
    static boolean ofOneEntry(SQLException e) {
        return switch (primary(codeOf(e))) {
            case SQLITE_CONSTRAINT, SQLITE_TOOBIG, SQLITE_MISMATCH -> true;
            default -> false;
        };
    }

    /** Whether SQLite says for certain that a commit which failed so has written nothing. */
    static boolean surelyNothingWritten(SQLException e) {
        return switch (primary(codeOf(e))) {
            case SQLITE_FULL, SQLITE_BUSY, SQLITE_READONLY -> true;
            default -> false;
        };
    }

    private static JournalException full(Path path, Exception e) {
        return new JournalException(
                "the disk that holds " + path + " is full: free some space and try again; what was recorded is safe",
                e);
    }

    private static JournalException notAllowed(Path path, Exception e) {
        return new JournalException(
                "this user may not read and write " + path + ", or its file system is read-only: put that right"
                        + ELSEWHERE,
                e);
    }

    /** SQLite reports a full disk as some other error where it could not extend its shared memory. */
    private static boolean noSpace(Path database) {
        return hasLess(HARDLY_ANY_SPACE, database.resolveSibling("."));
    }

    private static boolean hasLess(long bytes, Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < bytes;
        } catch (IOException e) {
            return false;
        }
    }

    private static SQLiteErrorCode codeOf(SQLException e) {
        return e instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return code.code < 0 ? code : SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }
}
