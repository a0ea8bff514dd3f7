package codeframe.image.video;

import java.io.IOException;
import java.io.InputStream;

/** Some of a stored video's bytes, a piece in memory at a time and no connection held between two of them. */
final class VideoBytes extends InputStream {
    private final Videos videos;
    private final String sha256;
    private final long end;
    private long at;
    private int number = -1;
    private byte[] piece = new byte[0];

    /** @param end after the last byte */
    VideoBytes(Videos videos, String sha256, long start, long end) {
        this.videos = videos;
        this.sha256 = sha256;
        this.at = start;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        } else if (at >= end) {
            return -1;
        }
        load((int) (at / VideoRows.PIECE));
        int within = (int) (at % VideoRows.PIECE);
        int count = (int) Math.min(Math.min(length, piece.length - within), end - at);
        System.arraycopy(piece, within, bytes, offset, count);
        at += count;
        return count;
    }

    private void load(int wanted) throws IOException {
        if (number != wanted) {
            piece = videos.piece(sha256, wanted)
                    .orElseThrow(() -> new IOException("piece %d of video %s is gone".formatted(wanted, sha256)));
            number = wanted;
        }
    }
}
