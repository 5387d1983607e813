package dev.cordon.action;

/** The one spelling of an address, made from its bytes. */
final class AddressText {

    private AddressText() {}

    static String of(byte[] bytes) {
        return bytes.length == 4 ? v4(bytes) : v6(bytes);
    }

    private static String v4(byte[] bytes) {
        return (bytes[0] & 255) + "." + (bytes[1] & 255) + "." + (bytes[2] & 255) + "." + (bytes[3] & 255);
    }

    /**
     * RFC 5952 §4: small letters, no leading zeros, the longest run of two or more zero groups as {@code ::}, the first
     * of equals.
     */
    private static String v6(byte[] bytes) {
        var groups = new int[8];
        for (var i = 0; i < 8; i++) {
            groups[i] = ((bytes[2 * i] & 255) << 8) | (bytes[2 * i + 1] & 255);
        }
        var from = 0;
        var length = 0;
        for (var i = 0; i < 8; i++) {
            var run = zerosFrom(groups, i);
            if (run > length) {
                from = i;
                length = run;
            }
        }
        return length < 2 ? join(groups, 0, 8) : join(groups, 0, from) + "::" + join(groups, from + length, 8);
    }

    private static int zerosFrom(int[] groups, int start) {
        var end = start;
        while (end < 8 && groups[end] == 0) {
            end++;
        }
        return end - start;
    }

    private static String join(int[] groups, int from, int to) {
        var text = new StringBuilder();
        for (var i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
