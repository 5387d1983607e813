package dev.cordon.action;

import dev.cordon.document.Parameter;
import dev.cordon.document.Schema;
import dev.cordon.document.Types;
import dev.cordon.document.Values;
import dev.cordon.document.Word;

/**
 * Takes an image of the memory of a host as evidence, with the record of who took it, when and how. Changes nothing but
 * a driver, which is unloaded again. Cannot be undone.
 */
public record PreserveMemory(
        Hostname hostname, FolderPath outputPath, MemoryTool tool, boolean compress, boolean hashOutput, Reason reason)
        implements ContainmentRequest {

    public enum MemoryTool implements Word {
        WINPMEM,
        DUMPIT,
        MAGNET_RAM,
        /** The only one for Linux. */
        LIME
    }

    static final Parameter<FolderPath> OUTPUT_PATH = Parameter.required(
            "output_path", ValueTypes.FOLDER, "The folder on the host that the image is written to.");
    static final Parameter<MemoryTool> TOOL = Parameter.defaulted(
            "tool",
            Types.oneOf(MemoryTool.values()),
            MemoryTool.WINPMEM,
            "What takes the image; it must fit the host's system.");
    static final Parameter<Boolean> COMPRESS =
            Parameter.defaulted("compress", Types.trueOrFalse(), true, "Compress while writing.");
    static final Parameter<Boolean> HASH_OUTPUT =
            Parameter.defaulted("hash_output", Types.trueOrFalse(), true, "Take the SHA-256 while writing.");

    static final Schema SCHEMA = Schema.of(
            "preserve_memory", Common.HOSTNAME, OUTPUT_PATH, TOOL, COMPRESS, HASH_OUTPUT, Common.REASON_IF_ANY);

    static PreserveMemory from(Values given) {
        var hostname = given.get(Common.HOSTNAME);
        return new PreserveMemory(
                hostname,
                given.get(OUTPUT_PATH),
                given.get(TOOL),
                given.get(COMPRESS),
                given.get(HASH_OUTPUT),
                Common.reason(given, "Preserve the memory of", hostname));
    }

    @Override
    public ActionKind kind() {
        return ActionKind.PRESERVE_MEMORY;
    }

    @Override
    public String target() {
        return hostname.toString();
    }

    @Override
    public String targetType() {
        return "endpoint";
    }

    @Override
    public Values values() {
        return Values.of(
                Common.HOSTNAME.is(hostname),
                OUTPUT_PATH.is(outputPath),
                TOOL.is(tool),
                COMPRESS.is(compress),
                HASH_OUTPUT.is(hashOutput),
                Common.because(reason));
    }
}
