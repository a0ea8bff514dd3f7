package codeframe.image;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * A condition on {@code image i} with its values apart: nothing a person typed is ever part of the SQL. The statement
 * binds {@code :project}.
 */
public record ImageCondition(String sql, Map<String, Object> values) {

    static ImageCondition of(ImageFilter filter) {
        var where = new Building();
        where.add(!filter.accounts().isEmpty(), "i.account = any(:accounts)", "accounts", texts(filter.accounts()));
        where.add(!filter.kinds().isEmpty(), "i.kind = any(:kinds)", "kinds", texts(filter.kinds()));
        where.add(
                !filter.imports().isEmpty(),
                // A duplicate belongs to every import that brought it.
                """
                (i.import_id = any(:imports)
                 or exists (select from import_item f where f.image_id = i.id and f.import_id = any(:imports)))""",
                "imports",
                filter.imports().toArray(Long[]::new));
        where.add(
                !filter.samples().isEmpty(),
                "i.id in (select s.image_id from sample_image s where s.sample_id = any(:samples))",
                "samples",
                filter.samples().toArray(Long[]::new));
        where.add(
                !filter.selections().isEmpty(),
                "i.id in (select s.image_id from selection_image s where s.selection_id = any(:selections))",
                "selections",
                filter.selections().toArray(Long[]::new));
        if (!filter.from().isEmpty()) {
            var from = LocalDate.parse(filter.from());
            where.add(true, "i.posted_at >= :from", "from", from.atStartOfDay().atOffset(ZoneOffset.UTC));
        }
        if (!filter.to().isEmpty()) {
            var after = LocalDate.parse(filter.to()).plusDays(1);
            where.add(true, "i.posted_at < :to", "to", after.atStartOfDay().atOffset(ZoneOffset.UTC));
        }
        filter.words().forEach(where::addWord);
        int number = 0;
        for (var code : filter.codes()) {
            where.addCode(code, number++);
        }
        if (filter.differing().asked()) {
            where.addDiffering(filter.differing());
        }
        if (filter.namesCodes()) {
            where.values.put("viewer", filter.viewer());
        }
        return new ImageCondition(where.sql.toString(), where.values);
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    public <S extends SqlStatement<S>> S bind(S statement) {
        values.forEach(statement::bind);
        return statement;
    }

    private static final class Building {
        private final StringBuilder sql = new StringBuilder();
        private final Map<String, Object> values = new LinkedHashMap<>();

        void add(boolean used, String condition, String name, Object value) {
            if (used) {
                sql.append("\nand ").append(condition);
                values.put(name, value);
            }
        }

        /** Anywhere in a word, and as it is written: a percent sign stands for itself. */
        void addWord(String word) {
            String name = "word" + values.size();
            String written = word.replaceAll("([\\\\%_])", "\\\\$1");
            add(true, "i.words like folded(:" + name + ")", name, "%" + written + "%");
        }

        void addDiffering(ImageFilter.Differing differing) {
            var answers = new Answers("differ", differing.variable(), differing.coders());
            sql.append("""

                    and i.id in (select a.image_id from (%s) a group by a.image_id having min(a.said) <> max(a.said))
                    """.formatted(answers.sql()));
            values.putAll(answers.values());
        }

        void addCode(ImageFilter.CodeIs code, int number) {
            String column = code.isState() ? "state" : "value";
            sql.append("""

                    and i.id in (select c%1$d.image_id from code c%1$d where c%1$d.coder_id = :coder%1$d
                                 and c%1$d.variable = :variable%1$d and c%1$d.%2$s = :value%1$d
                                 and not exists (select from unseen_codes(:project, :viewer) u
                                                 where u.image_id = c%1$d.image_id and u.coder_id = c%1$d.coder_id))
                    """.formatted(number, column));
            values.put("coder" + number, code.coder());
            values.put("variable" + number, code.variable());
            values.put("value" + number, code.isState() ? code.value().substring(1) : code.value());
        }
    }
}
