package codeframe.image;

import java.util.List;
import java.util.Map;

/**
 * What each of some coders answered to a variable, one row per image and coder; of those codes that the viewer may see.
 * Unsure and not codable are answers; what was not asked is none.
 *
 * @param name tells its values from others of a statement
 * @param coders none for all, without gold
 */
record Answers(String name, String variable, List<Long> coders) {

    String sql() {
        return """
                select c.image_id, c.coder_id,
                       string_agg(distinct coalesce(c.value, '~' || c.state), ' '
                                  order by coalesce(c.value, '~' || c.state)) as said
                from code c
                where c.variable = :%1$s_variable and c.coder_id %2$s and c.state <> 'not_applicable'
                  and not exists (select from unseen_codes(:project, :viewer) u
                                  where u.image_id = c.image_id and u.coder_id = c.coder_id)
                group by c.image_id, c.coder_id""".formatted(name, coders.isEmpty() ? ALL : "= any(:" + name + "_coders)");
    }

    private static final String ALL = "in (select id from coder where project_id = :project and kind <> 'gold')";

    Map<String, Object> values() {
        return coders.isEmpty()
                ? Map.of(name + "_variable", variable)
                : Map.of(name + "_variable", variable, name + "_coders", coders.toArray(Long[]::new));
    }
}
