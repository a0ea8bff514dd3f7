package codeframe.image.intake;

/** One file of an upload, by itself or out of an archive, as it reaches the ledger. */
record Entry(long part, long position, String path) {

    /** With its bytes, to be decoded. */
    record Loaded(Entry entry, byte[] bytes) {}

    /** Settled without decoding. */
    record Settled(Entry entry, String verdict, String reason) {}
}
