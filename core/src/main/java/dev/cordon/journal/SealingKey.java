package dev.cordon.journal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals small texts with AES-256-GCM (NIST SP 800-38D), as the JDK has it: what is sealed can be neither read nor
 * changed without the key, nor passed off as another, since its name is bound to it. A library would bring key sets and
 * formats that nothing here needs; the one thing to get wrong, a nonce that is used twice, is kept away by 96 random
 * bits for a few passwords each.
 *
 * <p>What is sealed is {@code nonce (12 bytes) ‖ ciphertext ‖ tag (16 bytes)}. Does not print itself.
 */
public final class SealingKey {

    private static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private SealingKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /**
     * @param base64 32 random bytes, as {@code openssl rand -base64 32} prints them
     * @throws IllegalArgumentException where it is something else, without repeating it
     */
    public static SealingKey parse(String base64) {
        var bytes = decoded(base64.strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a sealing key is 32 random bytes in base64: openssl rand -base64 32");
        }
        return new SealingKey(bytes);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) { // whose message holds some of the text
            return new byte[0];
        }
    }

    byte[] seal(byte[] plain, byte[] bound) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(plain);
            var all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return all;
        } catch (GeneralSecurityException e) { // every Java platform must have it
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException where it was not sealed by this key under this name, or was changed since */
    byte[] open(byte[] sealed, byte[] bound) throws GeneralSecurityException {
        if (sealed.length < NONCE) {
            throw new GeneralSecurityException("cut off");
        }
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), bound)
                .doFinal(sealed, NONCE, sealed.length - NONCE);
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
