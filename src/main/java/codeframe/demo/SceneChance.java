package codeframe.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Everything random in a drawing, from one seed. */
public final class SceneChance {
    private final SplittableRandom random;

    public SceneChance(long seed) {
        random = new SplittableRandom(seed);
    }

    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A whole number from low to high, both included. */
    public int count(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    public boolean odds(double probability) {
        return random.nextDouble() < probability;
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    public final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    public void shuffle(List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            java.util.Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
