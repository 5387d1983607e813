package dev.cordon.cli;

import dev.cordon.document.Problem;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a command came to: a result for standard output, or a problem for standard error. */
sealed interface Ending {

    ExitCode code();

    /** The one document of {@code --json}. */
    JsonNode json();

    /**
     * The command did what it is for; what it did need not have gone well.
     *
     * @param text for people
     */
    record Result(ExitCode code, String text, JsonNode json) implements Ending {}

    /**
     * The command did not get to do what it is for.
     *
     * @param lines each a sentence that says what to do
     * @param found the mistakes in what a person wrote; none where it is something else
     */
    record Trouble(ExitCode code, List<String> lines, List<Problem> found) implements Ending {

        static Trouble of(ExitCode code, String line) {
            return new Trouble(code, List.of(line), List.of());
        }

        static Trouble of(ExitCode code, List<String> lines) {
            return new Trouble(code, List.copyOf(lines), List.of());
        }

        static Trouble badInput(List<Problem> found) {
            return new Trouble(
                    ExitCode.BAD_INPUT, found.stream().map(Problem::toString).toList(), List.copyOf(found));
        }

        /**
         * {@code {"problem": {"title", "exit_code", "detail", "problems": [{"source", "line", "column", "what",
         * "did_you_mean"}]}}}: the members that RFC 9457 gives a problem, with the exit code for the HTTP status.
         */
        @Override
        public JsonNode json() {
            var problem = JsonNodeFactory.instance
                    .objectNode()
                    .put("title", code.words())
                    .put("exit_code", code.number())
                    .put("detail", String.join("\n", lines));
            var each = problem.putArray("problems");
            found.forEach(one -> each.add(json(one)));
            return JsonNodeFactory.instance.objectNode().set("problem", problem);
        }

        private static ObjectNode json(Problem problem) {
            var place = problem.place();
            var json = JsonNodeFactory.instance
                    .objectNode()
                    .put("source", place.source())
                    .put("line", place.line())
                    .put("column", place.column())
                    .put("what", problem.what());
            problem.nearest().ifPresent(name -> json.put("did_you_mean", name));
            return json;
        }
    }

    /** Leaves a command from deep within; {@link Troubles} turns it back into the trouble that it carries. */
    final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Trouble trouble;

        Stopped(Trouble trouble) {
            super(String.join("; ", trouble.lines()));
            this.trouble = trouble;
        }

        Stopped(Trouble trouble, Throwable cause) {
            this(trouble);
            initCause(cause);
        }

        Stopped(ExitCode code, String line) {
            this(Trouble.of(code, line));
        }

        Trouble trouble() {
            return trouble;
        }
    }
}
