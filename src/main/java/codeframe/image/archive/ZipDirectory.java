package codeframe.image.archive;

import java.io.IOException;

/** Where the list of entries is within the archive (APPNOTE 4.3.14 to 4.3.16, with Zip64). */
record ZipDirectory(long offset, long size, long entries, long shift) {
    private static final long END = 0x06054b50;
    private static final long END_64 = 0x06064b50;
    private static final long LOCATOR_64 = 0x07064b50;
    private static final int END_LENGTH = 22;
    private static final int END_64_LENGTH = 56;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LONGEST_COMMENT = 0xffff;

    static ZipDirectory find(SeekableBytes archive) throws IOException, BadZip {
        int tailLength = (int) Math.min(archive.size(), END_LENGTH + LONGEST_COMMENT);
        long tailStart = archive.size() - tailLength;
        var tail = LittleEndian.of(archive.read(tailStart, tailLength));
        for (int at = tailLength - END_LENGTH; at >= 0; at--) {
            if (tail.intAt(at) == END) {
                return at(archive, tail, at, tailStart + at);
            }
        }
        throw new BadZip("The ZIP is cut off or not a ZIP: its list of contents is missing.");
    }

    private static ZipDirectory at(SeekableBytes archive, LittleEndian tail, int at, long end)
            throws IOException, BadZip {
        var plain = new ZipDirectory(tail.intAt(at + 16), tail.intAt(at + 12), tail.shortAt(at + 10), 0);
        boolean overflowed = plain.offset == LittleEndian.INT
                || plain.size == LittleEndian.INT
                || plain.entries == LittleEndian.SHORT;
        if (overflowed && end >= LOCATOR_LENGTH) {
            var locator = LittleEndian.of(archive.read(end - LOCATOR_LENGTH, LOCATOR_LENGTH));
            if (locator.intAt(0) == LOCATOR_64) {
                return large(archive, locator.longAt(8), end - LOCATOR_LENGTH);
            }
        }
        return plain.within(end).endingAt(end);
    }

    private static ZipDirectory large(SeekableBytes archive, long at, long before) throws IOException, BadZip {
        if (at < 0 || at > before - END_64_LENGTH) {
            throw new BadZip("The ZIP is damaged: its list of contents cannot be found.");
        }
        var end = LittleEndian.of(archive.read(at, END_64_LENGTH));
        if (end.intAt(0) != END_64) {
            throw new BadZip("The ZIP is damaged: its list of contents cannot be found.");
        }
        return new ZipDirectory(end.longAt(48), end.longAt(40), end.longAt(32), 0).within(at);
    }

    private ZipDirectory within(long end) throws BadZip {
        if (offset < 0 || size < 0 || entries < 0 || size > end || offset > end - size) {
            throw new BadZip("The ZIP is damaged or one part of several: its list of contents lies outside of it.");
        }
        return this;
    }

    // Something may stand before the archive (a self-extracting program); every offset is then off by its length.
    private ZipDirectory endingAt(long end) {
        boolean large = entries >= LittleEndian.SHORT || end > LittleEndian.INT;
        return large ? this : new ZipDirectory(end - size, size, entries, end - size - offset);
    }
}
