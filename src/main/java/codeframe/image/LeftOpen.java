package codeframe.image;

import codeframe.web.Links;
import codeframe.web.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What coders left open of a variable, so that another may be asked: one was unsure, not confident enough or gave no
 * answer, or several differ. Images that are sealed, or in a sample that anybody still codes, are always among it: a run's images are
 * seen by all, so nothing is told of them, and whoever is asked next can be judged on them.
 *
 * @param coders one, or all of those that may differ
 * @param how unsure, differ, or the least confidence that is enough
 */
public record LeftOpen(List<Long> coders, String variable, String how) {
    public static final String UNSURE = "unsure";
    public static final String DIFFER = "differ";
    /** Images that are always among it, of whatever coder. */
    public static final String ALWAYS = """
            select image_id from sealed_image where project_id = :project
            union all select image_id from blind_image where project_id = :project""";

    private static final String CONFIDENCE = "0?\\.\\d{1,6}|1(\\.0{1,6})?|0";

    static LeftOpen of(String text) {
        var parts = text.split(":", 3);
        if (parts.length < 3 || parts[1].isEmpty() || !known(parts[2])) {
            throw new Problem.Invalid("What is left open is written coder:variable:unsure, coder:variable:0.6 for less"
                    + " than that confidence, or coder,coder:variable:differ, not \"" + text + "\".");
        }
        var coders = Arrays.stream(parts[0].split(","))
                .map(FilterQuery::number)
                .distinct()
                .toList();
        return of(coders, parts[1], parts[2]);
    }

    public static LeftOpen of(List<Long> coders, String variable, String how) {
        if (how.equals(DIFFER) == (coders.size() == 1)) {
            throw new Problem.Invalid(
                    how.equals(DIFFER)
                            ? "It takes two coders to differ: choose a second one."
                            : "One coder is unsure or confident at a time: choose one, or ask where several differ.");
        }
        return new LeftOpen(coders, variable, how);
    }

    /** The query of a cascade in which {@code last} decides what they left open. */
    public String voters(long last) {
        return Stream.concat(coders.stream(), Stream.of(last))
                .map(coder -> "voters=" + coder)
                .collect(Collectors.joining("&", "", "&pass=" + how + "&variables=" + Links.encode(variable)));
    }

    /** Whether it says when a coder leaves something open. */
    public static boolean known(String how) {
        return how.equals(UNSURE) || how.equals(DIFFER) || how.matches(CONFIDENCE);
    }

    /** Whether another says the same of when something is left open. */
    public boolean asIn(String pass) {
        return how.equals(pass)
                || (how.matches(CONFIDENCE)
                        && pass.matches(CONFIDENCE)
                        && Double.parseDouble(how) == Double.parseDouble(pass));
    }

    /** After the name of whoever leaves it open: "is unsure or gave no answer". */
    public static String inWords(String how) {
        return switch (how) {
            case UNSURE -> "unsure, or without an answer";
            case DIFFER -> "not of one mind";
            default -> "less than " + how + " confident, unsure, or without an answer";
        };
    }

    @Override
    public String toString() {
        return coders.stream().map(String::valueOf).collect(Collectors.joining(",")) + ":" + variable + ":" + how;
    }

    String inWords() {
        return "left open in " + variable + " (coder "
                + coders.stream().map(String::valueOf).collect(Collectors.joining(" and ")) + " " + inWords(how) + ")";
    }

    /** A condition on {@code image i}; the number tells its values from others of the statement. */
    String sql(int number) {
        return """
                (i.id in (%3$s)
                 or (not exists (select from (%2$s) settled where settled.image_id = i.id)
                     and (select count(*) from coder o
                          where o.project_id = :project and o.id = any(:left%1$d)
                            and (exists (select from run_item m where m.run_id = o.run_id and m.image_id = i.id)
                                 or exists (select from coding k
                                            where k.project_id = :project and k.coder_id = o.id and k.image_id = i.id)))
                         = cardinality(:left%1$d)))
                """.formatted(number, (SAID + settled()).formatted(number), ALWAYS);
    }

    /** What each said last of an image, of that alone which a vote counts, too; of several values the least sure counts. */
    private static final String SAID = """
            select a.image_id
            from (select c.image_id, bool_or(c.state = 'unsure') as unsure, min(c.confidence) as confidence,
                         string_agg(distinct coalesce(c.value, '~' || c.state), ' '
                                    order by coalesce(c.value, '~' || c.state)) as said
                  from (select c.image_id, c.coder_id, c.value, c.state, c.confidence,
                               rank() over (partition by c.coder_id, c.image_id
                                            order by k.updated_at desc, k.id desc) as place
                        from code c join coding k on k.id = c.coding_id
                        where c.coder_id = any(:left%1$d) and c.variable = :leftIn%1$d
                          and k.project_id = :project and not k.assisted
                          and (k.sample_id is null
                               or k.sample_id in (select id from closed_sample where project_id = :project))) c
                  where c.place = 1
                  group by c.image_id, c.coder_id) a
            group by a.image_id having not bool_or(a.unsure)
            """;

    private String settled() {
        return switch (how) {
            case DIFFER -> " and count(*) = cardinality(:left%1$d) and min(a.said) = max(a.said)";
            case UNSURE -> "";
            default -> " and coalesce(max(a.confidence) >= cast(:least%1$d as real), true)";
        };
    }

    Map<String, Object> values(int number) {
        var values = new LinkedHashMap<String, Object>();
        values.put("left" + number, coders.toArray(Long[]::new));
        values.put("leftIn" + number, variable);
        if (!how.equals(UNSURE) && !how.equals(DIFFER)) {
            values.put("least" + number, how);
        }
        return values;
    }
}
