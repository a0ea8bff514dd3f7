package codeframe.run;

/**
 * A model that a run may name.
 *
 * @param caution a sentence to be shown wherever its codes are, or empty
 * @param broken why it cannot be used, or empty
 */
public record Model(String name, String label, String caution, String broken) {
    public boolean usable() {
        return broken.isEmpty();
    }
}
