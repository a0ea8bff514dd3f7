package codeframe.image.video;

import java.nio.file.Path;

/**
 * The sound of a video, taken out of it.
 *
 * @param file FLAC, one channel of 16,000 samples a second
 * @param raw the same as signed numbers of 16 bits, the lower byte first
 * @param ms that could be decoded, whatever the header says
 * @param silent whether it stays below -60 dB of full scale all the time
 * @param remark what of it is missing, as a sentence; else empty
 */
public record SoundTrack(Path file, Path raw, long ms, boolean silent, String remark) {}
