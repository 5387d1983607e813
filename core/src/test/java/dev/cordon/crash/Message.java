package dev.cordon.crash;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.cordon.operation.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a process tells its director. It waits for the reply before it goes on, so each is a moment to be killed at. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message")
sealed interface Message {

    /** It is there. */
    @JsonTypeName("hello")
    record Hello(long pid) implements Message {}

    /** It waits; time passes at once. */
    @JsonTypeName("waits")
    record Waits(Duration time) implements Message {}

    /** It is about to write an event of this kind. */
    @JsonTypeName("writes")
    record Writes(String kind) implements Message {}

    /** The journal has acknowledged an entry. */
    @JsonTypeName("recorded")
    record Recorded(String run, long seq, String kind, String body) implements Message {}

    /** A call to the vendor. */
    @JsonTypeName("sends")
    record Sends(List<String> words, boolean read) implements Message {
        public Sends {
            words = List.copyOf(words);
        }
    }

    /**
     * What the director answers.
     *
     * @param now what the clock shows, which somebody may set
     * @param elapsed the time that nobody can set; it passes only when somebody waits
     * @param answer the vendor's; null where it was not asked
     */
    record Reply(Instant now, Duration elapsed, @Nullable Answer answer) {}
}
