package codeframe.testing;

import codeframe.web.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every route once more, as routes.txt has it: who may use it, and at least one request that it answers. Written apart from
 * the program, so that a role that changes there does not change here too.
 */
public final class RouteTable {
    private static final Pattern LINE = Pattern.compile("(\\S+) +(\\S+) +(\\d+)(\\S*) +(\\S+) *(.*)");

    private RouteTable() {}

    /**
     * A request of a route.
     *
     * @param status of the answer to whoever has the role
     * @param remarks what is unusual about it: "reads" where a POST changes nothing, "writes" where a GET does, "empty"
     *     where things of another project are left out in silence instead of being refused, "everywhere" where an
     *     administrator sees names or failures of all projects
     * @param address with the names of things in it, and with a query
     */
    public record Line(Role role, String method, int status, Set<String> remarks, String address, String body) {
        public String route() {
            return method + " " + address.replaceAll("\\?.*", "").replaceAll("\\{(\\w+)=\\w+}", "{$1}");
        }

        public boolean writes() {
            return method.equals("GET") ? remarks.contains("writes") : !remarks.contains("reads");
        }

        /** Whether it names a thing that is of one project alone. */
        public boolean namesThings() {
            return Furnished.names(address) || Furnished.names(body);
        }

        public Client.Answer send(Client client, Furnished project) {
            return client.send(method, project.fill(address), Client.Sent.of(project.fill(body)));
        }

        public Client.Answer head(Client client, Furnished project) {
            return client.send("HEAD", project.fill(address), Client.Sent.NOTHING);
        }

        /** Asks for the things of one project through the address of another. */
        public Client.Answer sendThrough(Client client, Furnished project, Furnished other) {
            return client.send(
                    method, project.fillThrough(other, address), Client.Sent.of(project.fillThrough(other, body)));
        }

        /** Asks for things that nobody has in their place. */
        public Client.Answer sendAbsent(Client client, Furnished project, Furnished other) {
            return client.send(
                    method,
                    project.absent(project.fillThrough(other, address)),
                    Client.Sent.of(project.absent(project.fillThrough(other, body))));
        }

        @Override
        public String toString() {
            return method + " " + address + (body.isEmpty() ? "" : " " + body);
        }
    }

    public static List<Line> read() {
        try (var in = RouteTable.class.getResourceAsStream("routes.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RouteTable::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        var parts = LINE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("routes.txt has a line that cannot be read: " + text);
        }
        return new Line(
                Role.valueOf(parts.group(1).toUpperCase(java.util.Locale.ROOT)),
                parts.group(2),
                Integer.parseInt(parts.group(3)),
                Set.of(parts.group(4).split(",")),
                parts.group(5),
                parts.group(6));
    }
}
