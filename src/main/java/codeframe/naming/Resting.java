package codeframe.naming;

import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;

/** What rests on a thing, so that it cannot be deleted. */
public interface Resting {
    /** Sentences; none where it can be deleted. */
    List<String> reasons();

    /** What would go with it. */
    String goes();

    /** @param filters samples, runs and selections whose images were chosen by its codes */
    record OfRun(
            boolean going, long codings, long requests, long checks, long votes, long judged, long opened, long filters)
            implements Resting {
        @Override
        public List<String> reasons() {
            var said = new ArrayList<String>();
            add(said, going ? 1 : 0, "It is at work. Cancel it first.", "");
            add(
                    said,
                    requests,
                    "It was paid for: the costs tell 1 request of it.",
                    "It was paid for: the costs tell %s requests of it.");
            add(said, opened, "A test sample was opened with it.", "%s test samples were opened with it.");
            add(said, checks, "A stability check compares it.", "%s stability checks compare it.");
            add(said, votes, "A vote counts its answers.", "%s votes count its answers.");
            add(said, judged, "Somebody judged 1 of its results.", "People judged %s of its results.");
            add(
                    said,
                    filters,
                    "The images of a sample, run or selection were chosen by its codes.",
                    "The images of %s samples, runs or selections were chosen by its codes.");
            return said;
        }

        @Override
        public String goes() {
            return NumberText.count(codings, "coding goes", "codings go") + " with it.";
        }
    }

    /**
     * Of a sample.
     *
     * @param removed images with codes that were removed from the project later
     * @param hides whether it is a test sample whose images a machine has coded
     */
    record OfSample(long codings, long removed, boolean opened, boolean hides, long filters) implements Resting {
        @Override
        public List<String> reasons() {
            var said = new ArrayList<String>();
            add(said, codings, "1 coding was made for it.", "%s codings were made for it.");
            add(
                    said,
                    removed,
                    "1 image that was coded for it was removed later; the sample says why.",
                    "%s images that were coded for it were removed later; the sample says why.");
            add(said, opened ? 1 : 0, "It is an opened test sample: the history rests on it.", "");
            add(
                    said,
                    hides && !opened ? 1 : 0,
                    "It is a sealed test sample, and a run has coded its images: without the sample their codes would be seen.",
                    "");
            add(
                    said,
                    filters,
                    "A sample, run or selection was made from its images.",
                    "%s samples, runs or selections were made from its images.");
            return said;
        }

        @Override
        public String goes() {
            return "Nobody has coded for it. Its images stay.";
        }
    }

    record OfSelection(long checks, long filters) implements Resting {
        @Override
        public List<String> reasons() {
            var said = new ArrayList<String>();
            add(said, checks, "A stability check was made of it.", "%s stability checks were made of it.");
            add(
                    said,
                    filters,
                    "A run, a sample or a selection was made from it.",
                    "%s runs, samples or selections were made from it.");
            return said;
        }

        @Override
        public String goes() {
            return "Its images stay.";
        }
    }

    private static void add(List<String> said, long n, String one, String many) {
        if (n > 0) {
            said.add(n == 1 ? one : many.formatted(NumberText.count(n)));
        }
    }
}
