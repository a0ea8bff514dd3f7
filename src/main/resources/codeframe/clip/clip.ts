class Clip(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  v : List[Tensor]
  t : List[Tensor]
  vhead : int
  vlayers : int
  vheads : int
  vact : int
  veps : float
  thead : int
  tlayers : int
  theads : int
  tact : int
  teps : float
  causal : bool
  first : bool
  mean : bool
  after : bool
  attends : bool
  def load_image(self: __torch__.Clip, w: List[Tensor], dtype: int) -> Tensor:
    self.v = (self).prepared(w, self.vhead, self.vact, dtype)
    return w[0]
  def load_text(self: __torch__.Clip, w: List[Tensor]) -> Tensor:
    self.t = (self).prepared(w, self.thead, self.tact, 6)
    return w[0]
  def prepared(self: __torch__.Clip, w: List[Tensor], o: int, act: int, dtype: int) -> List[Tensor]:
    r = annotate(List[Tensor], [])
    for i in range(torch.len(w)):
      k = torch.remainder(i - o, 12)
      u = w[i]
      if torch.__and__(torch.ge(i, o), torch.eq(act, 0)):
        if torch.__or__(torch.eq(k, 8), torch.eq(k, 9)):
          u = torch.mul(u, 1.702)
        else:
          pass
        if torch.eq(k, 10):
          u = torch.div(u, 1.702)
        else:
          pass
      else:
        pass
      if torch.__and__(torch.ge(i, o), torch.__contains__([2, 4, 8, 10], k)):
        u = (self).packed(torch.to(u, dtype))
      else:
        pass
      if torch.__and__(torch.ge(i, o), torch.__contains__([3, 5, 9, 11], k)):
        u = torch.to(u, dtype)
      else:
        pass
      _0 = torch.append(r, u)
    return r
  def layers(self: __torch__.Clip, x: Tensor, w: List[Tensor], o: int, count: int, heads: int, causal: bool, act: int, eps: float) -> Tensor:
    b = torch.size(x, 0)
    n = torch.size(x, 1)
    d = torch.size(x, 2)
    dt = ops.prim.dtype(w[o + 3])
    y = x
    for i in range(count):
      k = o + 12 * i
      h = torch.to(torch.layer_norm(y, [d], w[k], w[k + 1], eps), dt)
      qkv = (self).linear(h, w[k + 2], w[k + 3])
      qkv = torch.permute(torch.reshape(qkv, [b, n, 3, heads, torch.floordiv(d, heads)]), [2, 0, 3, 1, 4])
      a = torch.scaled_dot_product_attention(torch.select(qkv, 0, 0), torch.select(qkv, 0, 1), torch.select(qkv, 0, 2), None, 0., causal)
      a = torch.reshape(torch.transpose(a, 1, 2), [b, n, d])
      y = torch.add(y, (self).linear(a, w[k + 4], w[k + 5]))
      h = torch.to(torch.layer_norm(y, [d], w[k + 6], w[k + 7], eps), dt)
      h = (self).activated(h, w[k + 8], w[k + 9], act)
      y = torch.add(y, (self).linear(h, w[k + 10], w[k + 11]))
    return y
  def pooled(self: __torch__.Clip, x: Tensor, w: List[Tensor]) -> Tensor:
    b = torch.size(x, 0)
    n = torch.size(x, 1)
    d = torch.size(x, 2)
    e = torch.floordiv(d, self.vheads)
    k = self.vhead + 12 * self.vlayers
    dt = ops.prim.dtype(w[k + 3])
    h = torch.to(torch.layer_norm(x, [d], w[k], w[k + 1], self.veps), dt)
    kv = torch.reshape((self).linear(h, w[k + 2], w[k + 3]), [b, n, 3, self.vheads, e])
    kv = torch.permute(kv, [2, 0, 3, 1, 4])
    p = torch.contiguous(torch.to(torch.expand(w[3], [b, 1, d]), dt))
    q = torch.reshape((self).linear(p, w[k + 2], w[k + 3]), [b, 1, 3, self.vheads, e])
    q = torch.permute(q, [2, 0, 3, 1, 4])
    a = torch.scaled_dot_product_attention(torch.select(q, 0, 0), torch.select(kv, 0, 1), torch.select(kv, 0, 2), None, 0., False)
    a = torch.reshape(torch.transpose(a, 1, 2), [b, 1, d])
    y = torch.to((self).linear(a, w[k + 4], w[k + 5]), 6)
    h = torch.to(torch.layer_norm(y, [d], w[k + 6], w[k + 7], self.veps), dt)
    h = (self).activated(h, w[k + 8], w[k + 9], self.vact)
    y = torch.add(y, (self).linear(h, w[k + 10], w[k + 11]))
    return torch.select(y, 1, 0)
  def encode_image(self: __torch__.Clip, px: Tensor) -> Tensor:
    w = self.v
    if self.attends:
      r = (self).attended(px, w)
    else:
      r = (self).projected(px, w)
    return r
  def attended(self: __torch__.Clip, px: Tensor, w: List[Tensor]) -> Tensor:
    p = torch.size(w[0], 2)
    x = torch.transpose(torch.flatten(torch.conv2d(px, w[0], w[1], [p, p]), 2), 1, 2)
    x = torch.add(x, w[2])
    x = (self).layers(x, w, self.vhead, self.vlayers, self.vheads, False, self.vact, self.veps)
    return (self).pooled(x, w)
  def projected(self: __torch__.Clip, px: Tensor, w: List[Tensor]) -> Tensor:
    p = torch.size(w[0], 2)
    x = torch.transpose(torch.flatten(torch.conv2d(px, w[0], None, [p, p]), 2), 1, 2)
    c = torch.expand(torch.reshape(w[1], [1, 1, -1]), [torch.size(x, 0), 1, -1])
    x = torch.add(torch.cat([c, x], 1), w[2])
    if self.first:
      x = torch.layer_norm(x, [torch.size(x, 2)], w[3], w[4], self.veps)
    else:
      pass
    x = (self).layers(x, w, self.vhead, self.vlayers, self.vheads, False, self.vact, self.veps)
    d = torch.size(x, 2)
    if self.mean:
      if self.after:
        r = torch.layer_norm(torch.mean(torch.slice(x, 1, 1), [1]), [d], w[5], w[6], self.veps)
      else:
        r = torch.mean(torch.slice(torch.layer_norm(x, [d], w[5], w[6], self.veps), 1, 1), [1])
    else:
      r = torch.layer_norm(torch.select(x, 1, 0), [d], w[5], w[6], self.veps)
    return torch.linear(r, w[7])
  def encode_text(self: __torch__.Clip, ids: Tensor, places: Tensor) -> Tensor:
    w = self.t
    x = torch.add(torch.embedding(w[0], ids), torch.slice(w[1], 0, 0, torch.size(ids, 1)))
    x = (self).layers(x, w, self.thead, self.tlayers, self.theads, self.causal, self.tact, self.teps)
    x = torch.layer_norm(x, [torch.size(x, 2)], w[2], w[3], self.teps)
    x = torch.index(x, annotate(List[Optional[Tensor]], [torch.arange(torch.size(ids, 0)), places]))
    if torch.eq(self.thead, 6):
      r = torch.linear(x, w[4], w[5])
    else:
      if torch.eq(self.thead, 5):
        r = torch.linear(x, w[4])
      else:
        r = x
    return r
