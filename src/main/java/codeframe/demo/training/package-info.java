/**
 * Trains the demo model, a genuine but tiny CLIP, on drawings made as they are needed. Nothing of the running product
 * uses this package; it is shipped so that the weights can be made again (see MODEL_CARD.md).
 */
package codeframe.demo.training;
