  def packed(self: __torch__.Clip, w: Tensor) -> Tensor:
    return ops.mkldnn._reorder_linear_weight(w, 1600)
  def linear(self: __torch__.Clip, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    return ops.mkldnn._linear_pointwise(x, w, b, "none", annotate(List[Optional[number]], []), "")
  def activated(self: __torch__.Clip, x: Tensor, w: Tensor, b: Tensor, act: int) -> Tensor:
    if torch.eq(act, 0):
      r = ops.mkldnn._linear_pointwise(x, w, b, "swish", annotate(List[Optional[number]], []), "")
    else:
      if torch.eq(act, 1):
        r = ops.mkldnn._linear_pointwise(x, w, b, "gelu", annotate(List[Optional[number]], []), "none")
      else:
        r = ops.mkldnn._linear_pointwise(x, w, b, "gelu", annotate(List[Optional[number]], []), "tanh")
    return r
