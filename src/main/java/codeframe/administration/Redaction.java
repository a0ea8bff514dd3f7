package codeframe.administration;

import codeframe.db.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes out of a text what opens something: the secrets that are known here, and what looks like one. */
public final class Redaction {
    static final String INSTEAD = "[removed]";
    private static final int SHORTEST = 4;
    private static final String KIND =
            "passw(?:or)?d|pwd|passphrase|secret|token|key|credentials?|authorization|cookie";

    /** A user and a password before a computer's name; the query of an address. */
    private static final Pattern USER = Pattern.compile("(?<=://)[^\\s\"'<>]+@");

    private static final Pattern QUERY = Pattern.compile("(?<=\\?)[^\\s\"']*=[^\\s\"']*");
    private static final Pattern PERSON = Pattern.compile("[^\\s@<>\"'“”()]+@[\\w-]+(\\.[\\w-]+)+");
    /** PostgreSQL tells the values of a key that is there already. */
    private static final Pattern VALUES = Pattern.compile("(?<=\\)=\\().*(?=\\))");

    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)([\\w-]*(?:" + KIND + ")\\\\*[\"'”]?(?: (?:provided|is|was))?\\s*[:=]+\\s*)"
                    + "((?:bearer|basic)\\s+\\S+|\\\\*\"[^\"]*\"|'[^']*'|“[^”]*”|[^\\s,;\"'“”]+)");
    private static final Pattern BEARER = Pattern.compile("(?i)(\\b(?:bearer|basic)\\s+)[^\\s,;\"'“”]{4,}");
    /** After one of the words, what has a digit in it. */
    private static final Pattern NAMED =
            Pattern.compile("(?i)(\\b(?:" + KIND + ")\\s+[\"'“]?)(?=[^\\s\"'”]*\\d)[^\\s,;\"'“”]{6,}");

    private static final Pattern PREFIXED = Pattern.compile(
            "\\b(?:(?:sk|pk|rk|hf|gsk|xai|gh[a-z]|github|glpat|xox[a-z])[-_]|AIza|AKIA|eyJ)[\\w-]{4,}(?:\\.[\\w-]+)*");
    /** Long, or of capitals, small letters and digits. */
    private static final Pattern RANDOM = Pattern.compile(
            "[A-Za-z0-9+/_-]{28,}={0,2}" + "|(?<![\\w-])(?=[\\w-]*[a-z])(?=[\\w-]*[A-Z])(?=[\\w-]*\\d)[\\w-]{16,}");

    /** What is put in place of each, in the order in which they are looked for. */
    private static final Map<Pattern, String> SUSPECT = suspect();

    private final List<String> known;

    /** @param known every secret that this program can tell */
    public Redaction(List<String> known) {
        // The longest first: one that begins like another leaves no rest of it.
        this.known = known.stream()
                .flatMap(Redaction::spelt)
                .filter(secret -> secret.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static Map<Pattern, String> suspect() {
        var all = new LinkedHashMap<Pattern, String>();
        all.put(USER, INSTEAD + "@");
        all.put(QUERY, INSTEAD);
        all.put(PERSON, INSTEAD);
        all.put(VALUES, INSTEAD);
        all.put(ASSIGNED, "$1" + INSTEAD);
        all.put(BEARER, "$1" + INSTEAD);
        all.put(NAMED, "$1" + INSTEAD);
        all.put(PREFIXED, INSTEAD);
        all.put(RANDOM, INSTEAD);
        return all;
    }

    /** As it is, and as it stands in an address or behind one. */
    private static Stream<String> spelt(String secret) {
        var encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        try {
            return Stream.of(
                    secret, encoded, encoded.replace("+", "%20"), URLDecoder.decode(secret, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Stream.of(secret, encoded, encoded.replace("+", "%20"));
        }
    }

    /** What is a secret, or looks like one, is left out of texts that other programs wrote. */
    String foreign(String text) {
        var rest = known(text);
        for (var one : SUSPECT.entrySet()) {
            rest = one.getKey().matcher(rest).replaceAll(one.getValue());
        }
        return rest;
    }

    /** The secrets that are known here are left out of anything. */
    String known(String text) {
        var rest = text;
        for (var secret : known) {
            rest = rest.replace(secret, INSTEAD);
        }
        return rest;
    }

    /** The same in every text of a tree; names of fields and numbers are the program's own. */
    JsonNode known(JsonNode tree) {
        if (tree.isTextual()) {
            return TextNode.valueOf(known(tree.textValue()));
        }
        var all = Json.MAPPER.createArrayNode();
        if (tree.isArray()) {
            tree.forEach(one -> all.add(known(one)));
            return all;
        }
        var named = Json.MAPPER.createObjectNode();
        tree.properties().forEach(field -> named.set(field.getKey(), known(field.getValue())));
        return tree.isObject() ? named : tree;
    }
}
