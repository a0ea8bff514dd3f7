package codeframe.image.video;

import codeframe.image.store.Picture;
import codeframe.image.store.PictureBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Writes videos and their frames, within the caller's transaction. */
public final class VideoRows {
    static final int PIECE = 1 << 20;
    private static final int FRAMES_AT_ONCE = 16;

    private final Handle handle;
    private final long project;

    public VideoRows(Handle handle, long project) {
        this.handle = handle;
        this.project = project;
    }

    /** The image of this content, a video as a rule. */
    public Optional<Long> known(String sha256) {
        return handle.createQuery("""
                        select id from image
                        where project_id = :project and parent_id is null and sha256 = decode(:sha256, 'hex')
                        """)
                .bind("project", project)
                .bind("sha256", sha256)
                .mapTo(Long.class)
                .findOne();
    }

    /** @return its number; none when another import brought it meanwhile */
    public Optional<Long> add(TakenVideo video, String path, long importId) throws IOException {
        saveBytes(video);
        saveFacts(video);
        var id = addImage(video, path, importId);
        if (id.isPresent()) {
            addFrames(id.get(), video);
        }
        return id;
    }

    /** Bytes that were there already and are removed at this moment are stored anew. */
    private void saveBytes(TakenVideo video) throws IOException {
        if (insertBytes(video) || (!held(video.folder().sha256()) && insertBytes(video))) {
            savePieces(video);
            savePoster(video);
        }
    }

    private boolean insertBytes(TakenVideo video) throws IOException {
        var facts = video.facts();
        return handle.createUpdate("""
                        insert into blob (sha256, media_type, width, height, size, bytes)
                        values (decode(:sha256, 'hex'), :type, :width, :height, :size, '')
                        on conflict do nothing
                        """)
                        .bind("sha256", video.folder().sha256())
                        .bind("type", facts.format().mediaType())
                        .bind("width", facts.width())
                        .bind("height", facts.height())
                        .bind("size", video.folder().size())
                        .execute()
                > 0;
    }

    /** From now on nobody removes them. */
    private boolean held(String sha256) {
        return handle.createQuery("select true from blob where sha256 = decode(:sha256, 'hex') for key share")
                .bind("sha256", sha256)
                .mapTo(Boolean.class)
                .findOne()
                .isPresent();
    }

    private void savePieces(TakenVideo video) throws IOException {
        try (var in = Files.newInputStream(video.folder().video())) {
            int number = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                handle.createUpdate("""
                                insert into blob_chunk (sha256, number, bytes)
                                values (decode(:sha256, 'hex'), :number, :bytes)
                                """)
                        .bind("sha256", video.folder().sha256())
                        .bind("number", number++)
                        .bind("bytes", piece)
                        .execute();
            }
        }
    }

    private void savePoster(TakenVideo video) throws IOException {
        for (var thumbnail : video.frames().get(0).thumbnails()) {
            handle.createUpdate("""
                            insert into thumbnail (sha256, width, media_type, bytes)
                            values (decode(:sha256, 'hex'), :width, 'image/jpeg', :bytes)
                            """)
                    .bind("sha256", video.folder().sha256())
                    .bind("width", thumbnail.width())
                    .bind("bytes", thumbnail.bytes())
                    .execute();
        }
    }

    private void saveFacts(TakenVideo video) {
        var facts = video.facts();
        handle.createUpdate("""
                        insert into video (sha256, container, codec, audio, sound_ms, duration_ms, rotation, frames, rate,
                                           warnings)
                        values (decode(:sha256, 'hex'), :container, :codec, :audio, :sound, :duration, :rotation, :frames,
                                :rate, :warnings)
                        on conflict do nothing
                        """)
                .bind("sha256", video.folder().sha256())
                .bind("container", facts.format().label())
                .bind("codec", facts.codec())
                .bind("audio", facts.audio())
                .bind("sound", facts.soundMs())
                .bind("duration", facts.durationMs())
                .bind("rotation", facts.rotation())
                .bind("frames", facts.frames())
                .bind("rate", (float) facts.rate())
                .bind("warnings", facts.warnings().toArray(String[]::new))
                .execute();
    }

    private Optional<Long> addImage(TakenVideo video, String path, long importId) {
        return handle.createQuery("""
                        insert into image (project_id, sha256, path, damaged, import_id, medium)
                        values (:project, decode(:sha256, 'hex'), :path, nullif(:damaged, ''), :import, 'video')
                        on conflict (project_id, sha256) where parent_id is null do nothing
                        returning id
                        """)
                .bind("project", project)
                .bind("sha256", video.folder().sha256())
                .bind("path", path)
                .bind("damaged", video.warning())
                .bind("import", importId)
                .mapTo(Long.class)
                .findOne();
    }

    /** A frame that is there already stays the row that it is; only its shot is told anew. */
    void addFrames(long image, TakenVideo video) throws IOException {
        saveFrameBytes(video.frames());
        var frames = handle.prepareBatch("""
                insert into image (project_id, sha256, path, import_id, medium, parent_id, t_ms, shot, account, posted_at, kind)
                select v.project_id, decode(:sha256, 'hex'), v.path || :ending, v.import_id, 'frame', v.id, :ms, :shot,
                       v.account, v.posted_at, v.kind
                from image v
                where v.id = :image and v.project_id = :project
                on conflict (parent_id, t_ms) where parent_id is not null do update set shot = excluded.shot
                """);
        for (var frame : video.frames()) {
            frames.bind("sha256", frame.sha256())
                    .bind("ending", ending(frame.ms()))
                    .bind("ms", frame.ms())
                    .bind("shot", frame.shot())
                    .bind("image", image)
                    .bind("project", project)
                    .add();
        }
        frames.execute();
        keepRule(image, video.rule());
    }

    /** "@2.040.jpg", after the path of the video. */
    private static String ending(int ms) {
        return "@%d.%03d.jpg".formatted(ms / 1000, ms % 1000);
    }

    /** In the order of their keys, as all pictures are, and never all of them in memory. */
    private void saveFrameBytes(List<TakenVideo.Frame> frames) throws IOException {
        var sorted = new TreeMap<String, TakenVideo.Frame>();
        frames.forEach(frame -> sorted.putIfAbsent(frame.sha256(), frame));
        var some = new ArrayList<Picture>();
        for (var frame : sorted.values()) {
            some.add(frame.picture());
            if (some.size() == FRAMES_AT_ONCE) {
                PictureBytes.save(handle, some);
                some.clear();
            }
        }
        PictureBytes.save(handle, some);
    }

    private void keepRule(long image, FrameRule rule) {
        handle.createUpdate("""
                        insert into frame_choice (image_id, rule) values (:image, :rule)
                        on conflict (image_id) do update set rule = excluded.rule, chosen_at = now()
                        """).bind("image", image).bind("rule", rule.json()).execute();
    }
}
