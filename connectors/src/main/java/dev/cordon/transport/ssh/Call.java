package dev.cordon.transport.ssh;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * One command on a host.
 *
 * @param command constant, or with words in base64: the login shell reads it
 * @param stdin what it reads
 * @param stdout where its output goes
 * @param deadline after which it is given up
 */
record Call(String command, InputStream stdin, OutputStream stdout, Duration deadline) {}
