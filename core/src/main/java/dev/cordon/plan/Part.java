package dev.cordon.plan;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A step, or the same steps for each member that a look finds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "part")
public sealed interface Part extends Planned permits Step, Each {

    /** Names it within its plan. */
    String name();

    /** The step itself, or those that each member gets. */
    List<Step> steps();
}
