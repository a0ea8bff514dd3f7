package codeframe.run;

import codeframe.codebook.Unit;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Which images stand for what a run judges: pictures and frames for themselves, leads for posts and videos.
 *
 * @param source the coder of whose codes of images there must be some, 0 for none in particular
 * @param lifted variables of which these codes must be
 */
public record UnitFrame(Unit unit, long source, List<String> lifted) {
    public static final UnitFrame IMAGES = of(Unit.IMAGE);

    public static UnitFrame of(Unit unit) {
        return new UnitFrame(unit, 0, List.of());
    }

    public static UnitFrame of(RunPlan plan) {
        return new UnitFrame(plan.unit(), plan.source(), plan.variables());
    }

    /** The condition on {@code image i}; the statement binds {@code :project}. */
    String sql() {
        var kind = switch (unit) {
            case IMAGE -> " and i.medium <> 'video'";
            case POST -> " and i.id in (select p.lead_id from post p where p.project_id = :project)";
            case VIDEO -> " and i.medium = 'video'";
        };
        return source == 0 ? kind : kind + """

                and i.id in (select u.lead_id
                             from coding k
                             join judged_image u on u.image_id = k.image_id and u.project_id = k.project_id
                             left join sample s on s.id = k.sample_id
                             where k.project_id = :project and k.coder_id = :source and u.unit = :unit and not k.assisted
                               and k.id in (select coding_id from code where variable = any(:lifted))
                               and (k.sample_id is null or s.unit = 'image'
                                    and s.id in (select id from closed_sample where project_id = :project)))
                """;
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        return source == 0
                ? statement
                : statement.bind("source", source).bind("unit", unit.word()).bindArray("lifted", String.class, lifted);
    }
}
