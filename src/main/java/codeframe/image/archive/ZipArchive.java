package codeframe.image.archive;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Reads a ZIP entry by entry through its list of contents. Unlike the JDK's readers it needs no file, and one entry
 * that is encrypted or broken does not hide the others.
 *
 * <p>Why not commons-compress: its {@code ZipFile} holds the whole list in memory (a 61 MB upload of nothing but a list of
 * 1.3 million names takes 950 MB there and none here), ends the list without a word where it is damaged (with 81 of
 * 3,130 single changed bytes files were lost in silence), and an impossible size in one entry costs all of them.
 */
public final class ZipArchive {
    // Images hardly shrink in a ZIP and tables do so tenfold; what grows a hundredfold was made to do harm.
    private static final long LARGEST_RATIO = 100;
    private static final long ALLOWANCE = 1L << 30;
    private static final long LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final SeekableBytes archive;
    private final ZipDirectory directory;

    private ZipArchive(SeekableBytes archive, ZipDirectory directory) {
        this.archive = archive;
        this.directory = directory;
    }

    public static boolean isZip(byte[] start) {
        return start.length >= 4 && start[0] == 'P' && start[1] == 'K' && (start[2] == 3 || start[2] == 5);
    }

    public static ZipArchive open(SeekableBytes archive) throws IOException, BadZip {
        return new ZipArchive(archive, ZipDirectory.find(archive));
    }

    /** How many files there are, folders left out, up to where the list of contents cannot be read. */
    public long files() throws IOException {
        long files = 0;
        try (var listing = list()) {
            for (Optional<ZipItem> item = listing.next(); item.isPresent(); item = listing.next()) {
                files += item.get().isFolder() ? 0 : 1;
            }
        } catch (BadZip unreadable) {
            return files;
        }
        return files;
    }

    public Listing list() throws IOException {
        return new Listing();
    }

    /** The entry's bytes, checked against its length and its check sum. */
    public byte[] read(ZipItem item, long largest) throws IOException, BadZip {
        if (item.size() > largest) {
            throw new BadZip(
                    "The file has %.1f MB unpacked; the limit is %.1f MB.".formatted(item.size() / 1e6, largest / 1e6));
        }
        try (var in = open(item)) {
            byte[] bytes = in.readNBytes((int) item.size());
            var crc = new CRC32();
            crc.update(bytes);
            if (bytes.length < item.size() || in.read() >= 0 || crc.getValue() != item.crc()) {
                throw new BadZip("The file is damaged within the ZIP: its check sum is wrong.");
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw new BadZip("The file is damaged within the ZIP: it cannot be unpacked.");
        }
    }

    /** The first bytes of the entry, unchecked. */
    public byte[] start(ZipItem item, int length) throws IOException, BadZip {
        try (var in = open(item)) {
            return in.readNBytes(length);
        } catch (ZipException | EOFException e) {
            throw new BadZip("The file is damaged within the ZIP: it cannot be unpacked.");
        }
    }

    /** The entry's bytes without holding them; their end is a {@link BadZip} in an IOException when the check sum is wrong. */
    public InputStream checked(ZipItem item) throws IOException, BadZip {
        return new Checked(open(item), item);
    }

    /** The entry unpacked on the way, at most as long as it says it is. */
    public InputStream open(ZipItem item) throws IOException, BadZip {
        if (item.isEncrypted()) {
            throw new BadZip("The file is encrypted within the ZIP: pack it without a password.");
        } else if (item.method() != STORED && item.method() != DEFLATED) {
            throw new BadZip("The file is compressed in a way (method %d) that is not supported: pack it anew."
                    .formatted(item.method()));
        }
        if (item.size() < 0) {
            throw new BadZip("The file is damaged within the ZIP: its size cannot be.");
        }
        var packed = new Limited(archive.from(data(item)), item.packedSize());
        return item.method() == STORED ? packed : new Limited(new OwnInflater(packed), item.size() + 1);
    }

    private long data(ZipItem item) throws IOException, BadZip {
        if (item.header() < 0 || item.header() > archive.size() - LOCAL_LENGTH) {
            throw new BadZip("The file lies outside of the ZIP: it is cut off or damaged.");
        }
        var local = LittleEndian.of(archive.read(item.header(), LOCAL_LENGTH));
        long start = item.header() + LOCAL_LENGTH + local.shortAt(26) + local.shortAt(28);
        if (local.intAt(0) != LOCAL_SIGNATURE || item.packedSize() < 0 || start > archive.size() - item.packedSize()) {
            throw new BadZip("The file is damaged within the ZIP: its beginning is not where it should be.");
        }
        return start;
    }

    /** The entries in the order of the list, one at a time. */
    public final class Listing implements Closeable {
        private final InputStream in;
        private long left = directory.entries();
        private long unpacked;

        private Listing() throws IOException {
            in = new BufferedInputStream(new Limited(archive.from(directory.offset()), directory.size()));
        }

        public Optional<ZipItem> next() throws IOException, BadZip {
            byte[] fixedBytes = in.readNBytes(ZipItem.FIXED_LENGTH);
            var fixed = LittleEndian.of(fixedBytes);
            boolean item = fixedBytes.length == ZipItem.FIXED_LENGTH && fixed.intAt(0) == ZipItem.SIGNATURE;
            // The count may be too low (old programs begin again after 65,535), never too high.
            if (left-- <= 0 && !item) {
                return Optional.empty();
            } else if (!item) {
                throw new BadZip("The ZIP's list of contents is damaged: the files after this place are not known.");
            }
            byte[] name = in.readNBytes(fixed.shortAt(28));
            var extra = LittleEndian.of(in.readNBytes(fixed.shortAt(30)));
            in.readNBytes(fixed.shortAt(32));
            return Optional.of(counted(ZipItem.of(fixed, name, extra, directory.shift())));
        }

        private ZipItem counted(ZipItem item) throws BadZip {
            long allowed = ALLOWANCE + LARGEST_RATIO * archive.size() - unpacked;
            unpacked += Math.max(0, item.size());
            if (item.size() > allowed) {
                throw new BadZip(
                        "The ZIP unpacks to more than %d times its size: the files after this place were not read."
                                .formatted(LARGEST_RATIO));
            }
            return item;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** An inflater stream gives back only the inflater that it made itself; a raw one must be ended here. */
    private static final class OwnInflater extends InflaterInputStream {
        OwnInflater(InputStream in) {
            super(in, new Inflater(true), 64 << 10);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
