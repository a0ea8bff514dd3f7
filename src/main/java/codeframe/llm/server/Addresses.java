package codeframe.llm.server;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses a server may have. Refused are those at which clouds hand credentials to whoever asks from inside: by
 * name, by number however written, and by what a name resolves to at the time of each request.
 */
public final class Addresses {
    private static final Set<String> NAMES = Set.of(
            "metadata.google.internal", "metadata.goog", "metadata", "instance-data", "instance-data.ec2.internal");

    private static final String ANY_NUMBER = "(0x[0-9a-f]*|\\d+)(\\.(0x[0-9a-f]*|\\d+))*";
    private static final String PLAIN_NUMBER = "(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}";

    /** What is a number and no name, so that no look-up hides in it. */
    private static final String LITERAL =
            "((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}|[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*";

    /** AWS over IPv6, Alibaba, Azure's wire server, Oracle. */
    private static final Set<InetAddress> NUMBERS =
            Set.of(number("fd00:ec2::254"), number("100.100.100.200"), number("168.63.129.16"), number("192.0.0.192"));

    /** How a host's name becomes numbers; tests bring their own. */
    public interface Resolver {
        List<InetAddress> lookup(String host) throws UnknownHostException;
    }

    static final Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /** An address that is not asked. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }

    private final Resolver resolver;

    Addresses(Resolver resolver) {
        this.resolver = resolver;
    }

    /** What is wrong with a base URL by itself, before anything is looked up; empty when nothing is. */
    static Optional<String> mistake(String baseUrl) {
        try {
            var uri = new URI(baseUrl);
            if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
                return Optional.of("The base URL begins with http:// or https://, such as http://localhost:11434/v1.");
            } else if (uri.getHost() == null || uri.getHost().isEmpty()) {
                return Optional.of("The base URL lacks the name of a computer.");
            } else if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                return Optional.of("The base URL has no user, no ? and no #; the key has its own field.");
            }
            return refusal(uri.getHost());
        } catch (URISyntaxException e) {
            return Optional.of("This is not an address: " + e.getReason() + ".");
        }
    }

    /** @throws Refused when one of its addresses must not be asked */
    List<InetAddress> resolve(String host) throws UnknownHostException {
        var refusal = refusal(host);
        if (refusal.isPresent()) {
            throw new Refused(refusal.get());
        }
        var addresses = resolver.lookup(bare(host));
        for (var address : addresses) {
            if (isForbidden(address)) {
                throw new Refused(forbidden(host, address));
            }
        }
        return addresses;
    }

    /** Why a host is refused for how it is written, without looking it up. */
    private static Optional<String> refusal(String host) {
        var plain = bare(host);
        if (NAMES.contains(plain)) {
            return Optional.of("“" + host + "” is where a cloud keeps its credentials. It is never asked.");
        } else if (plain.matches(ANY_NUMBER) && !plain.matches(PLAIN_NUMBER)) {
            return Optional.of(
                    "“" + host + "” is a number in disguise, as for an address at which clouds keep credentials."
                            + " Write it as four numbers with dots.");
        } else if (plain.matches(LITERAL)) {
            return Optional.of(number(plain)).filter(Addresses::isForbidden).map(address -> forbidden(host, address));
        }
        return Optional.empty();
    }

    private static String forbidden(String host, InetAddress address) {
        var number =
                bare(host).equals(address.getHostAddress()) ? " is " : " stands for " + address.getHostAddress() + ", ";
        return "“" + host + "”" + number
                + "an address inside a network at which clouds keep credentials. It is never asked.";
    }

    /** Whether it is this computer, so that an image sent there stays here. */
    boolean isLoopback(String host) throws UnknownHostException {
        return resolve(host).stream().allMatch(InetAddress::isLoopbackAddress);
    }

    static String bare(String host) {
        var name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean isForbidden(InetAddress address) {
        var inner = embedded(address);
        return inner.isLinkLocalAddress()
                || inner.isAnyLocalAddress()
                || inner.isMulticastAddress()
                || NUMBERS.contains(inner);
    }

    /** The IPv4 address inside an IPv6 one of NAT64 (64:ff9b::/96) or 6to4 (2002::/16); else the address itself. */
    static InetAddress embedded(InetAddress address) {
        byte[] b = address.getAddress();
        if (b.length == 16 && b[0] == 0 && b[1] == 0x64 && (b[2] & 0xff) == 0xff && (b[3] & 0xff) == 0x9b) {
            return ofBytes(b[12], b[13], b[14], b[15]);
        } else if (b.length == 16 && b[0] == 0x20 && b[1] == 0x02) {
            return ofBytes(b[2], b[3], b[4], b[5]);
        }
        return address;
    }

    private static InetAddress ofBytes(byte... bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is written as a number, without looking any name up. */
    static Optional<InetAddress> literal(String text) {
        return text.matches(LITERAL) ? Optional.of(number(text)) : Optional.empty();
    }

    private static InetAddress number(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
