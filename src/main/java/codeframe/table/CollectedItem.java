package codeframe.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A post as its platform sends it to browsers, whose cells have the columns that 4CAT makes of it. */
sealed interface CollectedItem permits InstagramItem, TikTokItem {
    /** @param itemId as Zeeschuimer has it */
    List<String> cells(String itemId);

    /** The platforms that are read. */
    enum Platform {
        INSTAGRAM("instagram.com", InstagramItem.COLUMNS),
        TIKTOK("tiktok.com", TikTokItem.COLUMNS);

        private final String site;
        private final List<String> columns;

        Platform(String site, List<String> columns) {
            this.site = site;
            this.columns = columns;
        }

        /** @param site as Zeeschuimer names it */
        static Optional<Platform> of(String site) {
            return site.contains("instagram")
                    ? Optional.of(INSTAGRAM)
                    : site.equals(TIKTOK.site) ? Optional.of(TIKTOK) : Optional.empty();
        }

        List<String> columns() {
            return columns;
        }

        CollectedItem item(JsonNode data) {
            return this == INSTAGRAM ? new InstagramItem(data) : new TikTokItem(data);
        }
    }
}
