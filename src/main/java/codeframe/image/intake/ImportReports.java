package codeframe.image.intake;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.transaction.Transactional;

/** What became of the files and rows of an import. Every list is of one import, whose project was checked. */
public interface ImportReports extends Transactional<ImportReports> {
    /**
     * Every file is in exactly one of the first six; the others count again, by rows.
     *
     * @param moving of the accepted, pictures that move, of which the first frame is taken
     * @param earlierImages images that were there before and that rows of this import describe
     * @param corrections what waits for an owner's look
     * @param corrected images whose metadata this import changed
     */
    record Counts(
            long accepted,
            long damaged,
            long duplicate,
            long rejected,
            long skipped,
            long removed,
            long tables,
            long rows,
            long rowsWithoutFile,
            long earlierImages,
            long corrections,
            long corrected,
            long filesWithoutRow,
            long moving) {
        public boolean hasTable() {
            return tables > 0;
        }

        public boolean hasFiles() {
            return accepted + damaged + duplicate + rejected + skipped > 0;
        }
    }

    /** {@code image} is null where there is none, {@code first} is the path under which a duplicate was taken first. */
    record Line(String path, String reason, Long image, String first) {}

    record RowLine(String table, long line, String reason, List<String> columns, List<String> cells) {
        private static final int BEGINNING = 90;

        /** Enough of the row to recognise it by. */
        public String beginning() {
            String row = String.join(
                    " · ", cells.stream().filter(cell -> !cell.isBlank()).toList());
            return row.length() <= BEGINNING ? row : row.substring(0, BEGINNING) + "…";
        }
    }

    @SqlQuery("""
            select count(*) filter (where verdict = 'accepted') as accepted,
                   count(*) filter (where verdict = 'damaged') as damaged,
                   count(*) filter (where verdict = 'duplicate') as duplicate,
                   count(*) filter (where verdict = 'rejected') as rejected,
                   count(*) filter (where verdict = 'skipped') as skipped,
                   count(*) filter (where verdict in ('accepted', 'damaged') and image_id is null) as removed,
                   count(*) filter (where verdict = 'table') as tables,
                   (select count(*) from import_row r join import_table t on t.id = r.table_id
                    where t.import_id = :id and not t.merged) as rows,
                   (select count(*) from import_row r join import_table t on t.id = r.table_id
                    where t.import_id = :id and not t.merged
                      and not exists (select from import_item where row_id = r.id)
                      and not exists (select from row_fit where row_id = r.id)) as rows_without_file,
                   (select count(*) from row_fit f join import_row r on r.id = f.row_id
                    join import_table t on t.id = r.table_id where t.import_id = :id and not t.merged) as earlier_images,
                   (select count(*) from correction c join import_row r on r.id = c.row_id
                    join import_table t on t.id = r.table_id where t.import_id = :id) as corrections,
                   (select count(*) from metadata_change where import_id = :id) as corrected,
                   count(*) filter (where row_reason is not null) as files_without_row,
                   count(*) filter (where verdict = 'accepted' and reason is not null) as moving
            from import_item
            where import_id = :id
            """)
    Counts counts(long id);

    @SqlQuery("""
            select f.path, f.reason, f.image_id as image, i.path as first
            from import_item f left join image i on i.id = f.image_id
            where f.import_id = :id and f.verdict = :verdict
            order by f.id
            limit :limit
            """)
    @FetchSize(500)
    Stream<Line> files(long id, String verdict, long limit);

    @SqlQuery("""
            select f.path, f.reason, f.image_id as image, i.path as first
            from import_item f left join image i on i.id = f.image_id
            where f.import_id = :id and f.verdict = 'accepted' and f.reason is not null
            order by f.id
            limit :limit
            """)
    @FetchSize(500)
    Stream<Line> moving(long id, long limit);

    @SqlQuery("""
            select f.path, f.row_reason as reason, f.image_id as image, i.path as first
            from import_item f left join image i on i.id = f.image_id
            where f.import_id = :id and f.row_reason is not null
            order by f.id
            limit :limit
            """)
    @FetchSize(500)
    Stream<Line> filesWithoutRow(long id, long limit);

    @SqlQuery("""
            select t.name as "table", r.line, coalesce(r.problem, r.missed, 'No file of the upload and no image that is here already fits this row.') as reason,
                   t.columns, r.cells
            from import_row r join import_table t on t.id = r.table_id
            where t.import_id = :id and not t.merged and not exists (select from import_item where row_id = r.id)
              and not exists (select from row_fit where row_id = r.id)
            order by r.id
            limit :limit
            """)
    @FetchSize(500)
    Stream<RowLine> rowsWithoutFile(long id, long limit);

    /** What is odd about its tables as a whole, each with the table's name. */
    @SqlQuery("""
            select t.name || ': ' || said.what
            from import_table t
            cross join lateral unnest(t.remarks || array [t.problem, t.ids_problem,
                case when not jsonb_exists_any(t.mapping, array ['image', 'post'])
                then 'none of its columns was recognised as the image file or the post id. Say which column is which.' end
            ]) with ordinality as said (what, place)
            where t.import_id = :id and not t.merged and said.what is not null
            order by t.id, said.place
            """)
    List<String> remarks(long id);

    /** Whether it has a table by whose columns no row can find an image, and nobody has said which column is which. */
    @SqlQuery("""
            select exists (
                select from import_table
                where import_id = :id and not merged and not jsonb_exists_any(mapping, array ['image', 'post']))
            """)
    boolean unrecognised(long id);

    /** Rows that were used although something about them is odd. */
    @SqlQuery("""
            select t.name as "table", r.line, r.remark as reason, t.columns, r.cells
            from import_row r join import_table t on t.id = r.table_id
            where t.import_id = :id and not t.merged and r.remark is not null
            order by r.id
            limit :limit
            """)
    @FetchSize(500)
    Stream<RowLine> oddRows(long id, long limit);
}
