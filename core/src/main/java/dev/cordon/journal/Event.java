package dev.cordon.journal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.cordon.action.ActionId;
import dev.cordon.operation.Answer;
import dev.cordon.plan.Digest;
import dev.cordon.plan.PlannedPlaybook;
import dev.cordon.plan.Verdict;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a run did, one durable record each. The run's state is a fold over them, see {@link RunState}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
public sealed interface Event {

    /**
     * The run exists.
     *
     * @param by who asked for it
     * @param asked whose word it waits for; null where it needs nobody's
     */
    @JsonTypeName("accepted")
    record Accepted(PlannedPlaybook plan, String by, Consent.@Nullable Asked asked) implements Event {
        public Accepted {
            requireNonNull(plan, "plan");
            requireNonNull(by, "by");
        }
    }

    /**
     * Somebody approves what the run is to do.
     *
     * @param plan the digest of the playbook that was approved
     */
    @JsonTypeName("approved")
    record Approved(String by, Digest plan) implements Event {
        public Approved {
            requireNonNull(by, "by");
            requireNonNull(plan, "plan");
        }
    }

    /** Somebody says no, or nobody said yes in time: the run never begins. */
    @JsonTypeName("rejected")
    record Rejected(String by, String reason) implements Event {
        public Rejected {
            requireNonNull(by, "by");
            requireNonNull(reason, "reason");
        }
    }

    /** Somebody went on without approval; to be reviewed. */
    @JsonTypeName("broke_glass")
    record BrokeGlass(String by, String reason) implements Event {
        public BrokeGlass {
            requireNonNull(by, "by");
            requireNonNull(reason, "reason");
        }
    }

    /** The action's turn has come and its facts still hold. */
    @JsonTypeName("began")
    record Began(ActionId action) implements Event {
        public Began {
            requireNonNull(action, "action");
        }
    }

    /** New members of an {@code Each}, with all that their undo needs. */
    @JsonTypeName("found")
    record Found(ActionId action, String each, List<Member> members) implements Event {
        public Found {
            requireNonNull(action, "action");
            requireNonNull(each, "each");
            members = List.copyOf(members);
        }
    }

    /** One member as it was found. */
    record Member(String key, JsonNode item) {
        public Member {
            requireNonNull(key, "key");
            requireNonNull(item, "item");
        }
    }

    /** About to be sent, exactly so. */
    @JsonTypeName("intended")
    record Intended(At at, JsonNode operation) implements Event {
        public Intended {
            requireNonNull(at, "at");
            requireNonNull(operation, "operation");
        }
    }

    /** What came of sending it. */
    @JsonTypeName("answered")
    record Answered(At at, Answer answer) implements Event {
        public Answered {
            requireNonNull(at, "at");
            requireNonNull(answer, "answer");
        }
    }

    /**
     * What follows from looking, or from an answer that needs no look.
     *
     * @param verdict the look's; null where nothing was looked at
     * @param seen what was looked at, cut to a sensible size; null where nothing was
     * @param saved what later operations refer to
     */
    @JsonTypeName("judged")
    record Judged(
            At at,
            Outcome outcome,
            @Nullable Verdict verdict,
            String why,
            @Nullable JsonNode seen,
            SortedMap<String, JsonNode> saved)
            implements Event {
        public Judged {
            requireNonNull(at, "at");
            requireNonNull(outcome, "outcome");
            requireNonNull(why, "why");
            saved = Collections.unmodifiableSortedMap(new TreeMap<>(saved));
        }
    }

    /** The action stands there now. */
    @JsonTypeName("stands")
    record Stands(ActionId action, Status status, String note) implements Event {
        public Stands {
            requireNonNull(action, "action");
            requireNonNull(status, "status");
            requireNonNull(note, "note");
        }
    }

    /** Somebody, or the failure policy, wants the action undone. */
    @JsonTypeName("undoing")
    record Undoing(ActionId action, String by) implements Event {
        public Undoing {
            requireNonNull(action, "action");
            requireNonNull(by, "by");
        }
    }

    /**
     * A person says where the action stands: what was done by hand, or what somebody found who looked. Nothing is sent
     * for it, and what the steps are known to have done stays as it was.
     *
     * @param status {@link Status#COMPLETED}: what was asked for is in force; {@link Status#FAILED}: it is not
     * @param by who says so
     * @param text what was done or seen; may be empty
     */
    @JsonTypeName("noted")
    record Noted(ActionId action, Status status, String by, String text) implements Event {
        public Noted {
            requireNonNull(action, "action");
            requireNonNull(by, "by");
            requireNonNull(text, "text");
            if (status != Status.COMPLETED && status != Status.FAILED) {
                throw new IllegalArgumentException("a person says completed or failed, not " + status);
            }
        }
    }

    /**
     * A person moved the end of an action that is in force.
     *
     * @param until when it is to be undone by itself
     * @param by who wants it
     */
    @JsonTypeName("extended")
    record Extended(ActionId action, Instant until, String by, String reason) implements Event {
        public Extended {
            requireNonNull(action, "action");
            requireNonNull(until, "until");
            requireNonNull(by, "by");
            requireNonNull(reason, "reason");
        }
    }

    /**
     * The undo of an action fell due and was not tried, because something must come first.
     *
     * @param what in words
     */
    @JsonTypeName("waits")
    record Waits(ActionId action, String what) implements Event {
        public Waits {
            requireNonNull(action, "action");
            requireNonNull(what, "what");
        }
    }

    /**
     * A person is about to be shown secrets that were made for an action; their sealed copies are destroyed afterwards.
     *
     * @param names of the secrets, never the secrets
     */
    @JsonTypeName("revealed")
    record Revealed(ActionId action, List<String> names, String by) implements Event {
        public Revealed {
            requireNonNull(action, "action");
            names = List.copyOf(names);
            requireNonNull(by, "by");
        }
    }

    /**
     * What was in force is not any more, and it was not Cordon that undid it.
     *
     * @param lost the steps whose effect is gone
     */
    @JsonTypeName("drifted")
    record Drifted(ActionId action, List<Lost> lost) implements Event {
        public Drifted {
            requireNonNull(action, "action");
            lost = List.copyOf(lost);
        }
    }

    /**
     * One step whose effect is gone.
     *
     * @param member its member, inside an {@code Each}; else null
     * @param why in the check's own words; empty where it has none
     * @param seen what was looked at, cut to a sensible size
     */
    record Lost(
            String step,
            @Nullable String member,
            String why,
            @Nullable JsonNode seen) {
        public Lost {
            requireNonNull(step, "step");
            requireNonNull(why, "why");
        }

        public At.Spot spot() {
            return new At.Spot(step, member);
        }
    }

    /** What somebody undid is applied again, as it was planned. */
    @JsonTypeName("reapplying")
    record Reapplying(ActionId action) implements Event {
        public Reapplying {
            requireNonNull(action, "action");
        }
    }

    /** All of it is in force again, whoever did it. */
    @JsonTypeName("restored")
    record Restored(ActionId action) implements Event {
        public Restored {
            requireNonNull(action, "action");
        }
    }

    /**
     * A person stopped the run on purpose: only a person goes on with it.
     *
     * @param by who did
     */
    @JsonTypeName("stopped")
    record Stopped(String by) implements Event {
        public Stopped {
            requireNonNull(by, "by");
        }
    }

    /** Nothing more will happen in this run unless somebody asks for it. */
    @JsonTypeName("closed")
    record Closed(Status status) implements Event {
        public Closed {
            requireNonNull(status, "status");
        }
    }
}
