package codeframe.coding.sample;

import codeframe.image.VoteSplit;
import codeframe.web.Word;
import java.util.Optional;

/**
 * By what a frame is divided into strata.
 *
 * @param coder the run's coder whose codes divide it, 0 where none does
 * @param variable whose codes, empty where none does
 * @param floor images to draw of each stratum at least, or all it has
 */
public record Stratifying(By by, long coder, String variable, int floor) {
    public static final Stratifying NONE = new Stratifying(By.NONE, 0, "", 0);

    /** What an image's stratum is called after; dates count in UTC. */
    public enum By implements Word {
        NONE("nothing", "''"),
        ACCOUNT("account", "coalesce(nullif(i.account, ''), 'no account')"),
        YEAR("year", "coalesce(to_char(i.posted_at at time zone 'UTC', 'YYYY'), 'no date')"),
        QUARTER("quarter", "coalesce(to_char(i.posted_at at time zone 'UTC', 'YYYY \"Q\"Q'), 'no date')"),
        MONTH("month", "coalesce(to_char(i.posted_at at time zone 'UTC', 'YYYY-MM'), 'no date')"),
        CATEGORY("category of a run", """
                coalesce((select string_agg(coalesce(c.value, replace(c.state, '_', ' ')), ' + '
                                            order by c.value, c.state)
                          from code c join coder o on o.id = c.coder_id
                          where o.project_id = :project and o.kind = 'run' and c.coder_id = :coder
                            and c.image_id = i.id and c.variable = :variable), 'not coded')"""),
        CONFIDENCE("confidence of a run", """
                coalesce((select case when max(c.confidence) >= 0.8 then '0.8 to 1'
                                      when max(c.confidence) >= 0.6 then '0.6 to 0.8'
                                      when max(c.confidence) >= 0.4 then '0.4 to 0.6'
                                      when max(c.confidence) >= 0.2 then '0.2 to 0.4'
                                      when max(c.confidence) >= 0 then '0 to 0.2' end
                          from code c join coder o on o.id = c.coder_id
                          where o.project_id = :project and o.kind = 'run' and c.coder_id = :coder
                            and c.image_id = i.id and c.variable = :variable), 'no confidence')"""),
        SPLIT("disagreement of voters", """
                coalesce((select %s
                          from vote_split s join coder o on o.id = s.coder_id
                          where o.project_id = :project and s.coder_id = :coder and s.image_id = i.id
                            and s.variable = :variable), 'voters not compared')""".formatted(VoteSplit.Extent.labels("s.differing")));

        private final String label;
        private final String sql;

        By(String label, String sql) {
            this.label = label;
            this.sql = sql;
        }

        public static Optional<By> ofWord(String word) {
            return Word.named(values(), word);
        }

        public String label() {
            return label;
        }

        /** The name of the stratum of {@code image i}. */
        String sql() {
            return sql;
        }

        boolean takes(SampleOffers.Source source) {
            return ofRun() && (this != SPLIT || source.vote());
        }

        /** Whether what a machine said divides the frame, which is not to be told of sealed images. */
        public boolean ofRun() {
            return this == CATEGORY || this == CONFIDENCE || this == SPLIT;
        }
    }
}
