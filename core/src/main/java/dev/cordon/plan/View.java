package dev.cordon.plan;

import tools.jackson.databind.JsonNode;

/** A pure function of the platform's folder that makes JSON worth pointing at out of an answer. */
@FunctionalInterface
public interface View {

    /**
     * @param answer the body of the answer
     * @param arguments as they stand in the plan
     * @throws IllegalArgumentException where the answer is not of the shape that the view knows: the look is then
     *     unknown
     */
    JsonNode of(JsonNode answer, JsonNode arguments);
}
