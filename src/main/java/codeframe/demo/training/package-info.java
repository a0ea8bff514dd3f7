/**
 * Draws and describes what the demo model, a genuine but tiny CLIP, is trained on; train.py beside the model does the
 * training. Nothing of the running product uses this package: it is shipped so that the weights can be made again (see
 * MODEL_CARD.md).
 */
package codeframe.demo.training;
