/**
 * Tests of the command line as a whole: each command runs in this process, with captured streams, on a data folder of
 * its own and on {@link dev.cordon.cli.FolderType}, a platform that is nothing but files.
 *
 * <p>Start at {@link dev.cordon.cli.Bench}.
 */
package dev.cordon.cli;
