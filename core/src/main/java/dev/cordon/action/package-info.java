@org.jspecify.annotations.NullMarked
package dev.cordon.action;
