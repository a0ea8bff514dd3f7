package codeframe.llm.server;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the administrator's list: a name, a number or a network, each with a port or without one.
 *
 * @param name of a computer, or empty where it is a network
 * @param network the first number of it, with {@code bits} of it fixed; empty where it is a name
 * @param port 0 for any
 */
record AllowedPlace(String name, Optional<InetAddress> network, int bits, int port) {
    private static final String PORT = "(?::(\\d{1,5}))?";
    private static final Pattern IPV4 = Pattern.compile("((?:\\d{1,3}\\.){3}\\d{1,3})(?:/(\\d{1,2}))?" + PORT);
    private static final Pattern IPV6 = Pattern.compile("([0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*)(?:/(\\d{1,3}))?()");
    private static final Pattern IPV6_PORT = Pattern.compile("\\[([0-9a-f:.]*:[0-9a-f:.]*)](?:/(\\d{1,3}))?" + PORT);
    private static final Pattern NAME = Pattern.compile("([a-z0-9_](?:[a-z0-9_.-]{0,250}[a-z0-9_])?)" + PORT);

    /** Empty where it is neither. */
    static Optional<AllowedPlace> of(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        for (var form : new Pattern[] {IPV4, IPV6_PORT, IPV6}) {
            var found = form.matcher(text);
            if (found.matches()) {
                return number(found);
            }
        }
        var name = NAME.matcher(text);
        return name.matches() && !name.group(1).matches("[\\d.]+")
                ? port(name.group(2)).map(port -> new AllowedPlace(name.group(1), Optional.empty(), 0, port))
                : Optional.empty();
    }

    private static Optional<AllowedPlace> number(Matcher found) {
        var address = Addresses.literal(found.group(1));
        int most = address.map(one -> 8 * one.getAddress().length).orElse(0);
        int bits = found.group(2) == null ? most : Integer.parseInt(found.group(2));
        return address.isPresent() && bits <= most
                ? port(found.group(3)).map(port -> new AllowedPlace("", address, bits, port))
                : Optional.empty();
    }

    /** Empty for a number that is no port. */
    private static Optional<Integer> port(String text) {
        int port = text == null || text.isEmpty() ? 0 : Integer.parseInt(text);
        return Optional.of(port).filter(one -> one <= 65_535);
    }

    /** @param host as it stands in the base URL, without brackets and in small letters */
    boolean covers(String host, int asked, InetAddress address) {
        return (port == 0 || port == asked)
                && network.map(first -> covers(first, address)).orElse(name.equals(host));
    }

    private boolean covers(InetAddress first, InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
