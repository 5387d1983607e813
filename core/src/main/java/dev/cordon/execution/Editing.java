package dev.cordon.execution;

import dev.cordon.operation.Answer;
import dev.cordon.operation.Changes;
import dev.cordon.operation.Edit;
import dev.cordon.operation.VendorText;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Carries out an {@link Edit}: reads, makes the changes, writes back with the version that was read. When somebody was
 * faster it begins anew, with back-off, six times in all.
 *
 * <p>Only the write changes anything, so a read that came to nothing is no lost answer. A lost answer of the write is
 * handed on, for only a look can tell what became of it.
 */
record Editing(Sending sending, Edit edit) {

    Answer carryOut() throws InterruptedException {
        var backoff = new Backoff();
        while (true) {
            var read = sending.send(edit.read());
            if (!(read instanceof Answer.Ok(var document))) {
                return notRead(read);
            }
            switch (Changes.in(document, edit.changes())) {
                case Changes.Result.Refused(var why) -> {
                    return new Answer.Stale(new VendorText(why));
                }
                case Changes.Result.Made(var changed) -> {
                    var answer = write(changed);
                    var again = answer instanceof Answer.Stale ? backoff.next() : Optional.<Duration>empty();
                    if (again.isEmpty()) {
                        return answer;
                    }
                    sending.pace().sleep(again.get());
                }
            }
        }
    }

    private Answer write(JsonNode changed) throws InterruptedException {
        var write = edit.writing(changed);
        return write.isPresent()
                ? sending.send(write.get())
                : new Answer.Rejected(
                        "edit", new VendorText("what was read has no version, or not what is to be written"));
    }

    /** Nothing was written, so it is safe to begin anew. */
    private static Answer notRead(Answer read) {
        return read instanceof Answer.Unanswered(var why) ? new Answer.Unreachable(why) : read;
    }
}
