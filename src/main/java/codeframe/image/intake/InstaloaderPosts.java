package codeframe.image.intake;

import codeframe.image.table.FilePath;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Posts of files that no row describes and that are called as Instaloader calls them by default:
 * {@code account/2021-09-20_18-22-45_UTC_3.jpg} is the third picture of what the account posted then. In a folder of a common
 * name, such as images, no account is known. Repeatable.
 */
final class InstaloaderPosts {
    private static final Pattern NAME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}_\\d{2}-\\d{2}-\\d{2})_UTC(?:_(\\d{1,3}))?\\.\\w{2,5}");
    /** What people call a folder that files of several accounts were put into. */
    private static final Set<String> NO_ACCOUNTS = Set.of(
            "data",
            "download",
            "downloads",
            "export",
            "files",
            "images",
            "instagram",
            "media",
            "photos",
            "pictures",
            "videos");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss");

    private final Handle handle;
    private final long project;
    private final long importId;

    InstaloaderPosts(Handle handle, long project, long importId) {
        this.handle = handle;
        this.project = project;
        this.importId = importId;
    }

    public record File(long image, String path) {}

    /** @param position of the picture in its post; null where it stands alone */
    record Named(long image, String post, String account, OffsetDateTime at, Integer position) {
        static Optional<Named> of(File file) {
            var parts = FilePath.of(file.path).parts();
            var name = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
            var matcher = NAME.matcher(name);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            try {
                var at = LocalDateTime.parse(matcher.group(1), MOMENT).atOffset(ZoneOffset.UTC);
                var position = matcher.group(2) == null ? null : Integer.valueOf(matcher.group(2));
                var folder = parts.size() < 2 ? "" : parts.get(parts.size() - 2);
                var account = NO_ACCOUNTS.contains(folder.toLowerCase(Locale.ROOT)) ? "" : folder;
                return Optional.of(new Named(file.image, matcher.group(1) + "_UTC", account, at, position));
            } catch (DateTimeParseException noSuchMoment) {
                return Optional.empty();
            }
        }
    }

    void settle() {
        var named = new ArrayList<Named>();
        handle.createQuery("""
                        select distinct on (i.id) i.id as image, f.path
                        from import_item f join image i on i.id = f.image_id
                        where f.import_id = :import and i.project_id = :project and i.row_id is null and i.post_id is null
                        order by i.id, f.id
                        """)
                .bind("import", importId)
                .bind("project", project)
                .mapTo(File.class)
                .forEach(file -> Named.of(file).ifPresent(named::add));
        if (!named.isEmpty()) {
            addPosts(named);
            describe(named);
        }
    }

    private void addPosts(List<Named> named) {
        handle.createUpdate("""
                        insert into post (project_id, external_id, account, posted_at)
                        select distinct on (n.post, n.account) cast(:project as bigint), n.post, nullif(n.account, ''), cast(n.at as timestamptz)
                        from unnest(:posts, :accounts, :moments) as n (post, account, at)
                        on conflict (project_id, external_id, account) do nothing
                        """)
                .bind("project", project)
                .bind("posts", named.stream().map(Named::post).toArray(String[]::new))
                .bind("accounts", named.stream().map(Named::account).toArray(String[]::new))
                .bind("moments", named.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .execute();
    }

    private void describe(List<Named> named) {
        handle.createUpdate("""
                        update image i
                        set post_id = p.id, account = p.account, posted_at = p.posted_at, position = n.position
                        from unnest(:images, :posts, :accounts, :positions) as n (image, post, account, position)
                        join post p on p.project_id = :project and p.external_id = n.post
                                   and p.account is not distinct from nullif(n.account, '')
                        where i.id = n.image
                        """)
                .bind("project", project)
                .bind("images", named.stream().map(Named::image).toArray(Long[]::new))
                .bind("posts", named.stream().map(Named::post).toArray(String[]::new))
                .bind("accounts", named.stream().map(Named::account).toArray(String[]::new))
                .bind("positions", named.stream().map(Named::position).toArray(Integer[]::new))
                .execute();
    }
}
