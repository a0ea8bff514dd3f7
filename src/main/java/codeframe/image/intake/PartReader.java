package codeframe.image.intake;

import codeframe.image.archive.BadZip;
import codeframe.image.archive.Junk;
import codeframe.image.archive.SeekableBytes;
import codeframe.image.archive.ZipArchive;
import codeframe.image.archive.ZipItem;
import codeframe.image.decode.ImageLimits;
import codeframe.image.decode.VideoFormat;
import codeframe.image.table.FilePath;
import codeframe.table.Content;
import codeframe.table.OfficeFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Goes through the files of one part: the part itself, or what an archive holds. */
final class PartReader {
    private static final Pattern TABLE =
            Pattern.compile(".*\\.(csv|tsv|tab|xlsx|xlsm|xls|ndjson|jsonl)", Pattern.DOTALL);

    private static final int PEEK = 300;

    private final Imports.Part part;
    private final SeekableBytes bytes;
    private final ImageLimits limits;

    PartReader(Imports.Part part, SeekableBytes bytes, ImageLimits limits) {
        this.part = part;
        this.bytes = bytes;
        this.limits = limits;
    }

    /** Where the files go, in order. */
    interface Sink {
        void loaded(Entry.Loaded file);

        /** Read at once, or not at all: the bytes come out of the part. */
        void video(Entry.Moving file);

        void settled(Entry.Settled file);

        void table(Entry entry, Content content);

        /** The archive cannot be read on; what came before stays. */
        void unfinished(String reason);
    }

    /** How many files there are, as far as can be told before reading them. */
    long count() throws IOException {
        if (!isZip() || office().isPresent()) {
            return 1;
        }
        try {
            return ZipArchive.open(bytes).files();
        } catch (BadZip unreadable) {
            return 1;
        }
    }

    /** @param done the positions that are in the ledger already */
    void read(BitSet done, Sink sink) throws IOException {
        var office = office();
        if (isZip() && office.isEmpty()) {
            readArchive(done, sink);
        } else if (!done.get(0)) {
            var entry = new Entry(part.id(), 0, FilePath.of(part.name()).toString());
            if (office.isPresent()) {
                readOffice(office.get().called(part.name()), entry, sink);
            } else {
                readAlone(entry, sink);
            }
        }
    }

    /** A workbook is a table; the pictures within a document belong to it and not to the study. */
    private void readOffice(OfficeFile office, Entry entry, Sink sink) {
        if (office == OfficeFile.WORKBOOK) {
            sink.table(entry, () -> bytes.from(0));
        } else {
            sink.settled(new Entry.Settled(entry, "rejected", office.refusal()));
        }
    }

    /** What the file is when it is an archive only on the outside. */
    private Optional<OfficeFile> office() throws IOException {
        var names = new ArrayList<String>();
        if (isZip()) {
            try (var listing = ZipArchive.open(bytes).list()) {
                for (var item = listing.next(); item.isPresent() && names.size() < PEEK; item = listing.next()) {
                    names.add(item.get().name());
                }
            } catch (BadZip unreadable) {
                return OfficeFile.of(names);
            }
        }
        return OfficeFile.of(names);
    }

    private boolean isZip() throws IOException {
        return ZipArchive.isZip(bytes.read(0, (int) Math.min(4, bytes.size())));
    }

    private void readAlone(Entry entry, Sink sink) throws IOException {
        if (Junk.is(part.name())) {
            sink.settled(new Entry.Settled(entry, "skipped", "Left behind by a file manager."));
        } else if (isTable(entry.path())) {
            sink.table(entry, () -> bytes.from(0));
        } else {
            var video = VideoFormat.of(bytes.read(0, (int) Math.min(VideoFormat.PEEK, bytes.size())));
            var refusal = limits.refusalOfBytes(bytes.size());
            if (video.isPresent()) {
                sink.video(new Entry.Moving(entry, video.get(), () -> bytes.from(0)));
            } else if (refusal.isPresent()) {
                sink.settled(new Entry.Settled(entry, "rejected", refusal.get()));
            } else {
                sink.loaded(new Entry.Loaded(entry, bytes.read(0, (int) bytes.size())));
            }
        }
    }

    private void readArchive(BitSet done, Sink sink) throws IOException {
        try {
            var zip = ZipArchive.open(bytes);
            try (var listing = zip.list()) {
                int position = 0;
                for (Optional<ZipItem> item = listing.next(); item.isPresent(); item = listing.next()) {
                    if (!item.get().isFolder() && !done.get(position)) {
                        readItem(zip, item.get(), position, sink);
                    }
                    position++;
                }
                if (position == 0) {
                    sink.unfinished("The ZIP is empty: there is no file in it.");
                }
            }
        } catch (BadZip unreadable) {
            sink.unfinished(unreadable.getMessage());
        }
    }

    private void readItem(ZipArchive zip, ZipItem item, int position, Sink sink) throws IOException {
        var entry = new Entry(part.id(), position, FilePath.of(item.name()).toString());
        try {
            if (Junk.is(item.name())) {
                sink.settled(new Entry.Settled(entry, "skipped", "Left behind by a file manager."));
            } else if (isTable(item.name())) {
                sink.table(entry, () -> open(zip, item));
            } else {
                readPicture(zip, item, entry, sink);
            }
        } catch (BadZip unreadable) {
            sink.settled(new Entry.Settled(entry, "rejected", unreadable.getMessage()));
        }
    }

    private void readPicture(ZipArchive zip, ZipItem item, Entry entry, Sink sink) throws IOException, BadZip {
        var video = VideoFormat.of(zip.start(item, VideoFormat.PEEK));
        if (video.isPresent()) {
            sink.video(new Entry.Moving(entry, video.get(), () -> checked(zip, item)));
        } else {
            sink.loaded(new Entry.Loaded(entry, zip.read(item, limits.bytes())));
        }
    }

    private static InputStream checked(ZipArchive zip, ZipItem item) throws IOException {
        try {
            return zip.checked(item);
        } catch (BadZip unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }

    private static InputStream open(ZipArchive zip, ZipItem item) throws IOException {
        try {
            return zip.open(item);
        } catch (BadZip unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }

    private static boolean isTable(String name) {
        return TABLE.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
