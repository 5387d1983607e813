package dev.cordon.operation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.function.UnaryOperator;

/**
 * One primitive read or write as data: nothing in it is ever glued into a text that something interprets.
 *
 * <p>A stored plan is also what a later version undoes, so a kind, once released, is never renamed or removed
 * and its golden file guards its shape. A new kind comes with the first connector that needs it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
public sealed interface Operation
        permits Command, Edit, EvidenceLookup, FetchEvidence, HostScript, HttpCall, NftTransaction, SqlTransaction {

    /** What the engine must know of it, whatever its kind. */
    Terms terms();

    /** The same operation with {@code promise} applied to each leaf that is not plain data yet. */
    Operation with(UnaryOperator<Value> promise);
}
