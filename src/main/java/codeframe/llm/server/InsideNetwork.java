package codeframe.llm.server;

import java.net.InetAddress;
import java.util.List;

/**
 * Keeps project owners from sending this program to computers inside its network that nobody meant to be LLM servers, once
 * an administrator has made a list of those that are. What is outside is not its matter.
 */
final class InsideNetwork {
    private final AllowedPlaces places;

    InsideNetwork(AllowedPlaces places) {
        this.places = places;
    }

    /** @throws Addresses.Refused when one of the addresses is inside and not on the list */
    void check(String host, int port, List<InetAddress> addresses) throws Addresses.Refused {
        var allowed = places.places().stream()
                .flatMap(place -> AllowedPlace.of(place).stream())
                .toList();
        var name = Addresses.bare(host);
        boolean refused = !allowed.isEmpty()
                && addresses.stream()
                        .map(Addresses::embedded)
                        .anyMatch(address -> isInside(address)
                                && allowed.stream().noneMatch(place -> place.covers(name, port, address)));
        if (refused) {
            throw new Addresses.Refused(
                    "“" + host + "” with the port " + port + " is inside the network of this"
                            + " installation and not on the list of LLM servers there. An administrator can add it to the list.");
        }
    }

    /** Loopback, RFC 1918, RFC 6598, RFC 4193. */
    static boolean isInside(InetAddress address) {
        byte[] b = address.getAddress();
        boolean shared = b.length == 4 && (b[0] & 0xff) == 100 && (b[1] & 0xc0) == 64;
        boolean unique = b.length == 16 && (b[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || shared || unique;
    }
}
