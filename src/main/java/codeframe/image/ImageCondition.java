package codeframe.image;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * A condition on {@code image i} with its values apart: nothing a person typed is ever part of the SQL. The statement
 * binds {@code :project}.
 */
public record ImageCondition(String sql, Map<String, Object> values) {

    static ImageCondition of(ImageFilter filter) {
        var where = new Building();
        where.addFrames(filter);
        where.addPost(filter);
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
        filter.words().forEach(where::addWord);
        if (filter.seen().asked()) {
            where.addSeen(filter.seen());
        }
        int number = 0;
        for (var code : filter.codes()) {
            where.addCode(code, number++);
        }
        if (filter.differing().asked()) {
            where.addDiffering(filter.differing());
        }
        for (var split : filter.splits()) {
            where.addSplit(split, number++);
        }
        if (!filter.left().isEmpty()) {
            where.addLeft(filter.left());
        }
        if (filter.namesCodes() || filter.seen().asked()) {
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

        void addFrames(ImageFilter filter) {
            var frames = filter.frames();
            if (frames.ofVideo()) {
                add(true, "i.parent_id = :video", "video", Long.parseLong(frames.text()));
            } else if (frames.text().equals(FramesShown.ONLY)) {
                sql.append("\nand i.medium = 'frame'");
            } else if (filter.foldsFrames()) {
                sql.append("\nand i.parent_id is null");
            }
        }

        /** One and the same post of an image has to fit: its first, which the image carries, or a further one. */
        void addPost(ImageFilter filter) {
            var post = new StringBuilder();
            addPost(
                    post,
                    !filter.accounts().isEmpty(),
                    "%1$s.account = any(:accounts)",
                    "accounts",
                    texts(filter.accounts()));
            addPost(post, !filter.kinds().isEmpty(), "%1$s.kind = any(:kinds)", "kinds", texts(filter.kinds()));
            if (!filter.from().isEmpty()) {
                addPost(post, true, "%1$s.posted_at >= :from", "from", midnight(LocalDate.parse(filter.from())));
            }
            if (!filter.to().isEmpty()) {
                addPost(
                        post,
                        true,
                        "%1$s.posted_at < :to",
                        "to",
                        midnight(LocalDate.parse(filter.to()).plusDays(1)));
            }
            if (!post.isEmpty()) {
                sql.append("""

                        and ((true %s) or i.id in (select a.image_id from appearance a where a.project_id = :project %s))
                        """.formatted(
                                post.toString().formatted("i"), post.toString().formatted("a")));
            }
        }

        private void addPost(StringBuilder post, boolean used, String condition, String name, Object value) {
            if (used) {
                post.append(" and ").append(condition);
                values.put(name, value);
            }
        }

        private static OffsetDateTime midnight(LocalDate day) {
            return day.atStartOfDay().atOffset(ZoneOffset.UTC);
        }

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

        void addSeen(Seen seen) {
            sql.append("""

                    and i.id in (select f.image_id from feature_source s join feature f on f.source_id = s.id
                                 where s.project_id = :project and %s)
                    """.formatted(seen.sql()));
            if (!seen.words().isEmpty()) {
                values.put("seen", seen.words());
            }
            if (!seen.kind().isEmpty()) {
                values.put("seenIn", seen.kind());
            }
        }

        void addDiffering(ImageFilter.Differing differing) {
            var answers = new Answers("differ", differing.variable(), differing.coders());
            sql.append("""

                    and i.id in (select a.image_id from (%s) a group by a.image_id having min(a.said) <> max(a.said))
                    """.formatted(answers.sql()));
            values.putAll(answers.values());
        }

        void addLeft(List<LeftOpen> left) {
            sql.append(IntStream.range(0, left.size())
                    .mapToObj(number -> left.get(number).sql(number))
                    .collect(Collectors.joining(" or ", "\nand (", ")")));
            IntStream.range(0, left.size())
                    .forEach(number -> values.putAll(left.get(number).values(number)));
        }

        void addSplit(VoteSplit split, int number) {
            sql.append("""

                    and i.id in (select s%1$d.image_id from vote_split s%1$d where s%1$d.coder_id = :coder%1$d
                                 and s%1$d.variable = :variable%1$d and %2$s
                                 and not exists (select from unseen_codes(:project, :viewer) u
                                                 where u.image_id = s%1$d.image_id and u.coder_id = s%1$d.coder_id))
                    """.formatted(number, split.extent().holds("s" + number + ".differing")));
            values.put("coder" + number, split.coder());
            values.put("variable" + number, split.variable());
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
