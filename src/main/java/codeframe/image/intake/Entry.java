package codeframe.image.intake;

import codeframe.image.decode.VideoFormat;
import codeframe.table.Content;

/** One file of an upload, by itself or out of an archive, as it reaches the ledger. */
record Entry(long part, long position, String path) {

    /** With its bytes, to be decoded. */
    record Loaded(Entry entry, byte[] bytes) {}

    /** A video, whose bytes are read when its turn comes. */
    record Moving(Entry entry, VideoFormat format, Content bytes) {}

    /** Settled without decoding. */
    record Settled(Entry entry, String verdict, String reason) {}
}
