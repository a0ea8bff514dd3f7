package codeframe.image.video;

/**
 * A frame as it came out of the decoder.
 *
 * @param number its place among those that came out, from 0: some files give two frames one time, or go back in it
 * @param ms the same from the beginning of the video
 * @param change how much differs from the frame before, from 0 to 1
 */
record SeenFrame(int number, int ms, double change) {}
