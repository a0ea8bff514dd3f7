package codeframe.image.table;

import static codeframe.image.table.Field.ACCOUNT;
import static codeframe.image.table.Field.IMAGE;
import static codeframe.image.table.Field.KIND;
import static codeframe.image.table.Field.POST;
import static codeframe.image.table.Field.POSTED_AT;
import static codeframe.image.table.Field.TEXT;
import static codeframe.image.table.Field.URL;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The columns that a known collection tool writes. A table is recognised by having all of them. */
public record Profile(String key, String label, Map<Field, String> columns) {

    // The first that fits is taken, so the ones with more columns come first.
    public static final List<Profile> KNOWN = List.of(
            new Profile(
                    "stories",
                    "Notebook: Instagram stories",
                    Map.of(
                            IMAGE, "image_path",
                            POST, "ID",
                            ACCOUNT, "Username",
                            POSTED_AT, "Time of Posting",
                            KIND, "Type of Content",
                            TEXT, "Caption")),
            new Profile(
                    "4cat-downloaded",
                    "4CAT: Instagram with downloaded media",
                    Map.of(
                            IMAGE, "media_filename",
                            POST, "id",
                            ACCOUNT, "author",
                            POSTED_AT, "timestamp",
                            KIND, "type",
                            TEXT, "body",
                            URL, "url")),
            new Profile(
                    "4cat",
                    "4CAT and Zeeschuimer: Instagram",
                    Map.of(
                            IMAGE, "image_urls",
                            POST, "id",
                            ACCOUNT, "author",
                            POSTED_AT, "timestamp",
                            KIND, "media_type",
                            TEXT, "body",
                            URL, "url")),
            new Profile(
                    "4cat-tiktok",
                    "4CAT and Zeeschuimer: TikTok",
                    Map.of(
                            POST, "id",
                            ACCOUNT, "author",
                            POSTED_AT, "timestamp",
                            TEXT, "body",
                            URL, "tiktok_url")),
            new Profile(
                    "crowdtangle-instagram",
                    "CrowdTangle: Instagram",
                    Map.of(
                            IMAGE, "Photo",
                            POST, "URL",
                            ACCOUNT, "User Name",
                            POSTED_AT, "Post Created",
                            KIND, "Type",
                            TEXT, "Description",
                            URL, "URL")),
            new Profile(
                    "crowdtangle-facebook",
                    "CrowdTangle: Facebook",
                    Map.of(
                            POST, "URL",
                            ACCOUNT, "Page Name",
                            POSTED_AT, "Post Created",
                            KIND, "Type",
                            TEXT, "Message",
                            URL, "URL")),
            new Profile(
                    "facepager",
                    "Facepager",
                    Map.of(
                            IMAGE, "full_picture",
                            POST, "object_id",
                            ACCOUNT, "from.name",
                            POSTED_AT, "created_time",
                            KIND, "type",
                            TEXT, "message",
                            URL, "link")),
            new Profile(
                    "ma",
                    "Notebook: Instagram posts",
                    Map.of(POST, "shortcode", ACCOUNT, "username", POSTED_AT, "timestamp", TEXT, "caption")));

    public boolean fits(List<String> header) {
        return new HashSet<>(header).containsAll(columns.values());
    }

    public ColumnMapping mapping() {
        return new ColumnMapping(key, new EnumMap<>(columns));
    }
}
