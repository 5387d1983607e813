@org.jspecify.annotations.NullMarked
package dev.cordon.playbook;
