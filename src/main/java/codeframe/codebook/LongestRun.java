package codeframe.codebook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The longest increasing subsequence, by the quadratic textbook recurrence; codebooks are short. */
final class LongestRun {
    private LongestRun() {}

    static List<Integer> of(List<Integer> numbers) {
        var length = new ArrayList<Integer>();
        var before = new ArrayList<Integer>();
        int last = -1;
        for (int i = 0; i < numbers.size(); i++) {
            length.add(1);
            before.add(-1);
            for (int j = 0; j < i; j++) {
                if (numbers.get(j) < numbers.get(i) && length.get(j) >= length.get(i)) {
                    length.set(i, length.get(j) + 1);
                    before.set(i, j);
                }
            }
            last = last < 0 || length.get(i) > length.get(last) ? i : last;
        }
        var run = new ArrayDeque<Integer>();
        for (int i = last; i >= 0; i = before.get(i)) {
            run.addFirst(numbers.get(i));
        }
        return List.copyOf(run);
    }
}
