package codeframe.statistics.regression;

import java.util.Optional;

/**
 * A unit of the corpus: as the machine has it, and where it was drawn and settled, as gold has it. What is no matter of
 * coding is the same in both.
 *
 * @param probability of being drawn for gold; asked for only where there is gold
 * @param stratum of the draw
 * @param cluster of units that are not independent of each other; a name of its own where there is none
 */
public record CorpusUnit(
        Observation machine, Optional<Observation> gold, double probability, String stratum, String cluster) {}
