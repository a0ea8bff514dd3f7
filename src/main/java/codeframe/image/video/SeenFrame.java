package codeframe.image.video;

/**
 * A frame as it came out of the decoder.
 *
 * @param pts its time in units of the file's own
 * @param ms the same from the beginning of the video
 * @param change how much differs from the frame before, from 0 to 1
 */
record SeenFrame(long pts, int ms, double change) {}
