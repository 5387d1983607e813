package dev.cordon.document;

import java.util.Optional;
import java.util.function.Function;

/**
 * Something that must hold between values which are right one by one.
 *
 * @param at     where the person is sent who breaks it
 * @param breach what is wrong, when the values it needs were read; empty when nothing is
 */
record Rule(Parameter<?> at, Function<Values, Optional<String>> breach) {}
