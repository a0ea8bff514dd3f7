package codeframe.image.video;

import java.nio.file.Path;

/**
 * The sound of a video, taken out of it.
 *
 * @param file FLAC, one channel of 16,000 samples a second
 * @param seconds that could be decoded, whatever the header says
 * @param silent whether it stays below -60 dB of full scale all the time
 */
public record SoundTrack(Path file, double seconds, boolean silent) {}
