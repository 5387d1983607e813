package dev.cordon.crash;

import java.time.Duration;

/** When a process is to be killed. */
sealed interface Moment {

    /** It may come to its end. */
    record Never() implements Moment {}

    /** When it comes to this boundary for the {@code number}-th time, from 1; it gets no further. */
    record At(Boundary boundary, int number) implements Moment {
        @Override
        public String toString() {
            return "at '" + boundary + "', time " + number;
        }
    }

    /** So long after it has come to as many boundaries of any kind; it goes on meanwhile. */
    record After(int boundaries, Duration delay) implements Moment {
        @Override
        public String toString() {
            return delay + " after boundary " + boundaries;
        }
    }
}
