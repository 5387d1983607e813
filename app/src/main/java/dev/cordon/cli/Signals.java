package dev.cordon.cli;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.util.function.IntConsumer;

/**
 * Hears signals without ending by them. {@code sun.misc.Signal} is the JDK's only way to do so, and is kept for that
 * (JEP 260). It is called through method handles because the compiler warns of it by name, and no annotation takes that
 * warning back.
 */
final class Signals {

    private Signals() {}

    /**
     * @param name without {@code SIG}
     * @param heard is given the signal's number each time, on a thread of its own
     */
    static void hear(String name, IntConsumer heard) {
        try {
            var type = Class.forName("sun.misc.Signal");
            var handlerType = Class.forName("sun.misc.SignalHandler");
            var lookup = MethodHandles.publicLookup();
            var accept = lookup.findVirtual(IntConsumer.class, "accept", methodType(void.class, int.class))
                    .bindTo(heard);
            var number = lookup.findVirtual(type, "getNumber", methodType(int.class));
            var handler = MethodHandleProxies.asInterfaceInstance(
                    handlerType, MethodHandles.filterArguments(accept, 0, number));
            var signal = lookup.findConstructor(type, methodType(void.class, String.class))
                    .invoke(name);
            lookup.findStatic(type, "handle", methodType(handlerType, type, handlerType))
                    .invoke(signal, handler);
        } catch (IllegalArgumentException e) {
            // The JVM was told to leave signals alone (-Xrs): they end it at once, which loses nothing.
        } catch (Throwable e) {
            throw new IllegalStateException("this JDK cannot hear signals", e);
        }
    }
}
