package codeframe.coding.sample;

import java.util.List;

/**
 * What the form proposes by the purpose, until somebody types something else.
 *
 * @param overlap per cent of the images that several people code: all of a pilot, which is there to show disagreement
 */
public record SampleProposal(Purpose purpose, String name, String overlap) {
    static SampleProposal of(Purpose purpose, List<String> taken) {
        int number = 1;
        while (taken.contains(purpose.label() + " " + number)) {
            number++;
        }
        return new SampleProposal(purpose, purpose.label() + " " + number, purpose == Purpose.PILOT ? "100" : "30");
    }
}
