package codeframe.coding.sample;

/**
 * A part of the frame that is drawn from by itself.
 *
 * @param size images of the frame in it, N_h
 * @param drawn images drawn from it, n_h
 */
public record Stratum(String name, int size, int drawn) {
    /** Of each of its images to be drawn: n_h/N_h. */
    public double probability() {
        return (double) drawn / size;
    }
}
