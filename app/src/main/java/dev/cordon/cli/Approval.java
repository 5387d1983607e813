package dev.cordon.cli;

import dev.cordon.cli.Ending.Stopped;

/** Asks the person at the terminal, where nobody has said yes beforehand. */
record Approval(Console console, boolean given) {

    /**
     * Refuses at once what could not be approved at the end.
     *
     * @param wayOut what to write instead
     * @throws Stopped where nobody has said yes and nobody can be asked
     */
    void mustBePossible(String wayOut) {
        if (!given && !console.canAsk()) {
            throw new Stopped(ExitCode.BAD_INPUT, "nobody can be asked here, since this is no terminal: " + wayOut);
        }
    }

    /** @throws Stopped where the person does not say yes */
    void ask(String question, String otherwise) {
        if (!given && !console.ask(question)) {
            throw new Stopped(ExitCode.AWAITS_APPROVAL, "not approved, so nothing was changed; " + otherwise);
        }
    }
}
