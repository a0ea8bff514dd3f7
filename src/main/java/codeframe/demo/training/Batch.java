package codeframe.demo.training;

/**
 * Pictures and captions of one step.
 *
 * @param patches size × patches × values, channel by channel
 * @param ids     size × length, padded with the end mark
 * @param ends    size × length, 1 where the caption ends
 * @param holds   size × size, 1 where the caption of the column is true of the picture of the row
 */
record Batch(int size, int length, float[] patches, long[] ids, float[] ends, float[] holds) {}
