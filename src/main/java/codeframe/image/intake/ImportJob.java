package codeframe.image.intake;

import codeframe.image.decode.ImageDecoder;
import codeframe.image.video.VideoTaking;
import codeframe.table.Content;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works an upload through. Killed at any moment and begun again it goes on after the last batch in the ledger. */
public final class ImportJob {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    private final Jdbi jdbi;
    private final Imports imports;
    private final ImageDecoder decoder;
    private final VideoTaking videos;
    private final int threads;

    public ImportJob(Jdbi jdbi, ImageDecoder decoder, VideoTaking videos, int threads) {
        this.jdbi = jdbi;
        this.imports = jdbi.onDemand(Imports.class);
        this.decoder = decoder;
        this.videos = videos;
        this.threads = threads;
    }

    public void run(long id) throws IOException {
        var project = imports.projectToRead(id);
        if (project.isEmpty()) {
            return;
        }
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var parts = imports.parts(id);
            imports.run(id, count(parts));
            read(id, project.get(), parts, pool);
        } finally {
            pool.shutdownNow();
        }
        new RowMatching(jdbi, project.get(), id).match();
        if (imports.finish(id)) {
            LOG.info("import {} of project {} done", id, project.get());
        }
    }

    private long count(List<Imports.Part> parts) throws IOException {
        long files = 0;
        for (Imports.Part part : parts) {
            files += reader(part).count();
        }
        return files;
    }

    private PartReader reader(Imports.Part part) {
        return new PartReader(part, new StoredPart(imports, part), decoder.limits());
    }

    private void read(long id, long project, List<Imports.Part> parts, ExecutorService pool) throws IOException {
        var options = ImportOptions.of(imports.options(id).tree());
        var tables = new TableReading(jdbi.onDemand(ImportTables.class), id, options);
        var tries = new Tries(jdbi, id);
        var batch = new PictureBatch(new PictureStore(jdbi, project, id), tries, decoder, pool);
        var done = done(id);
        try (var moving = new VideoBatch(new VideoStore(jdbi, project, id), tries, videos, options.frames(), pool)) {
            for (Imports.Part part : parts) {
                var before = done.getOrDefault(part.id(), new BitSet());
                reader(part).read(before, new Filing(part, batch, moving, tables));
            }
            moving.save();
        }
        batch.save();
    }

    /** What the ledger holds already: positions by part. */
    private Map<Long, BitSet> done(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select part_id, position from import_item where import_id = :id")
                .bind("id", id)
                .reduceRows(new HashMap<Long, BitSet>(), (done, row) -> {
                    done.computeIfAbsent(row.getColumn("part_id", Long.class), part -> new BitSet())
                            .set(row.getColumn("position", Integer.class));
                    return done;
                }));
    }

    /** Puts each file where it belongs, and stops between two of them when the program does. */
    private final class Filing implements PartReader.Sink {
        private final Imports.Part part;
        private final PictureBatch batch;
        private final VideoBatch moving;
        private final TableReading tables;

        Filing(Imports.Part part, PictureBatch batch, VideoBatch moving, TableReading tables) {
            this.part = part;
            this.batch = batch;
            this.moving = moving;
            this.tables = tables;
        }

        @Override
        public void loaded(Entry.Loaded file) {
            stopWhenInterrupted();
            batch.add(file);
        }

        @Override
        public void video(Entry.Moving file) {
            stopWhenInterrupted();
            moving.add(file).ifPresent(batch::add);
        }

        @Override
        public void settled(Entry.Settled file) {
            batch.add(file);
        }

        @Override
        public void table(Entry entry, Content content) {
            stopWhenInterrupted();
            tables.read(entry, content);
        }

        @Override
        public void unfinished(String reason) {
            imports.unfinished(part.id(), reason);
        }

        private static void stopWhenInterrupted() {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the import stops with the program and goes on after it");
            }
        }
    }
}
