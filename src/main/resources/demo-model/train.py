"""Trains the demo model on what codeframe.demo.training.WriteLessons wrote: train.py MODEL-FOLDER LESSONS-FOLDER STEPS [SEED].

Two threads take half a batch each through both towers. Needs PyTorch and numpy only; MODEL_CARD.md tells the commands.
"""
import json, math, os, struct, sys, time
os.environ.setdefault("OMP_NUM_THREADS", "1")
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

BATCH, RATE, WARM_UP, DECAY = 96, 1e-3, 100, .05
CAPTIONS, LENGTH, PLANE = 8, 20, 96 * 96


class Layer(nn.Module):
    """One transformer layer before which the norm stands, as in CLIP (Radford et al. 2021)."""

    def __init__(self, width, heads, layers):
        super().__init__()
        self.heads = heads
        self.layer_norm1, self.layer_norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out_proj = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.fc1, self.fc2 = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        residual = (2 * layers) ** -.5
        for linear, deviation in ((self.qkv, width ** -.5), (self.out_proj, width ** -.5 * residual),
                                  (self.fc1, (2 * width) ** -.5 * 1.7), (self.fc2, (4 * width) ** -.5 * residual)):
            nn.init.normal_(linear.weight, std=deviation)
            nn.init.zeros_(linear.bias)

    def forward(self, x, mask):
        texts, length, width = x.shape
        q, k, v = (self.qkv(self.layer_norm1(x))
                   .view(texts, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4))
        scores = torch.matmul(q * (width // self.heads) ** -.5, k.transpose(-1, -2))
        if mask is not None:
            scores = scores + mask
        mixed = torch.matmul(scores.softmax(-1), v).transpose(1, 2).reshape(texts, length, width)
        x = x + self.out_proj(mixed)
        # SiLU is the fastest here; export() turns it into the QuickGELU of CLIP exactly.
        return x + self.fc2(F.silu(self.fc1(self.layer_norm2(x))))

    def export(self, name):
        yield from parameters(name + "layer_norm1", self.layer_norm1)
        for part, weight, bias in zip("qkv", self.qkv.weight.chunk(3), self.qkv.bias.chunk(3)):
            yield f"{name}self_attn.{part}_proj.weight", weight
            yield f"{name}self_attn.{part}_proj.bias", bias
        yield from parameters(name + "self_attn.out_proj", self.out_proj)
        yield from parameters(name + "layer_norm2", self.layer_norm2)
        yield name + "mlp.fc1.weight", self.fc1.weight / 1.702
        yield name + "mlp.fc1.bias", self.fc1.bias / 1.702
        yield name + "mlp.fc2.weight", self.fc2.weight * 1.702
        yield name + "mlp.fc2.bias", self.fc2.bias


def parameters(name, module):
    return ((name + "." + key, value) for key, value in module.named_parameters())


class TinyClip(nn.Module):
    def __init__(self, config):
        super().__init__()
        vision, text = config["vision_config"], config["text_config"]
        width, self.patch, joint = vision["hidden_size"], vision["patch_size"], config["projection_dim"]
        patches = (vision["image_size"] // self.patch) ** 2
        self.patch_embedding = nn.Linear(3 * self.patch ** 2, width, bias=False)
        self.start = nn.Parameter(torch.randn(width) * .02)
        self.places = nn.Parameter(torch.randn(patches + 1, width) * .02)
        self.before, self.after = nn.LayerNorm(width), nn.LayerNorm(width)
        self.vision = layers(vision)
        self.visual_projection = nn.Parameter(torch.randn(joint, width) * width ** -.5)
        width = text["hidden_size"]
        self.words = nn.Embedding(text["vocab_size"], width)
        nn.init.normal_(self.words.weight, std=.02)
        self.order = nn.Parameter(torch.randn(text["max_position_embeddings"], width) * .01)
        self.text = layers(text)
        self.final = nn.LayerNorm(width)
        self.text_projection = nn.Parameter(torch.randn(joint, width) * width ** -.5)
        self.logit_scale = nn.Parameter(torch.tensor(math.log(1 / .07)))

    def pictures(self, x):
        side = x.shape[-1] // self.patch
        x = x.view(len(x), 3, side, self.patch, side, self.patch).permute(0, 2, 4, 1, 3, 5)
        x = self.patch_embedding(x.reshape(len(x), side * side, -1))
        x = self.before(torch.cat([self.start.expand(len(x), 1, -1), x], 1) + self.places)
        for layer in self.vision:
            x = layer(x, None)
        return F.normalize(self.after(x[:, 0]) @ self.visual_projection.t(), dim=-1)

    def captions(self, ids):
        ends = ids.argmax(1)
        length = int(ends.max()) + 1
        x = self.words(ids[:, :length]) + self.order[:length]
        mask = torch.full((length, length), float("-inf")).triu(1)
        for layer in self.text:
            x = layer(x, mask)
        return F.normalize(self.final(x)[torch.arange(len(ids)), ends] @ self.text_projection.t(), dim=-1)

    def export(self):
        """All tensors under the names of Hugging Face."""
        yield "logit_scale", self.logit_scale
        yield "text_model.embeddings.token_embedding.weight", self.words.weight
        yield "text_model.embeddings.position_embedding.weight", self.order
        for i, layer in enumerate(self.text):
            yield from layer.export(f"text_model.encoder.layers.{i}.")
        yield from parameters("text_model.final_layer_norm", self.final)
        yield "vision_model.embeddings.class_embedding", self.start
        yield ("vision_model.embeddings.patch_embedding.weight",
               self.patch_embedding.weight.view(-1, 3, self.patch, self.patch))
        yield "vision_model.embeddings.position_embedding.weight", self.places
        yield from parameters("vision_model.pre_layrnorm", self.before)
        for i, layer in enumerate(self.vision):
            yield from layer.export(f"vision_model.encoder.layers.{i}.")
        yield from parameters("vision_model.post_layernorm", self.after)
        yield "visual_projection.weight", self.visual_projection
        yield "text_projection.weight", self.text_projection


def layers(tower):
    count = tower["num_hidden_layers"]
    return nn.ModuleList(Layer(tower["hidden_size"], tower["num_attention_heads"], count) for _ in range(count))


class Lessons:
    """Pictures, what holds of them, and for each of them eight captions with what they say."""

    def __init__(self, folder, random):
        self.random = random
        self.pictures = np.memmap(folder / "pictures.bin", np.uint8, "r").reshape(-1, 3, 96, 96)
        self.truths = np.fromfile(folder / "truths.bin", ">i8").reshape(-1, 2).astype(np.int64)
        captions = np.fromfile(folder / "captions.bin", np.dtype([("said", ">i8", 2), ("ids", ">i2", LENGTH)]))
        self.said = captions["said"].astype(np.int64).reshape(-1, CAPTIONS, 2)
        self.ids = captions["ids"].astype(np.int64).reshape(-1, CAPTIONS, LENGTH)
        self.mean = torch.tensor([.48145466, .4578275, .40821073]).view(1, 3, 1, 1)
        self.deviation = torch.tensor([.26862954, .26130258, .27577711]).view(1, 3, 1, 1)
        self.order, self.at = [], 0

    def batch(self):
        if self.at + BATCH > len(self.order):
            self.order, self.at = self.random.permutation(len(self.truths)), 0
        chosen = self.order[self.at:self.at + BATCH]
        self.at += BATCH
        which = self.random.integers(0, CAPTIONS, BATCH)
        pictures = np.stack([np.roll(self.pictures[i], tuple(self.random.integers(-4, 5, 2)), (1, 2)) for i in chosen])
        pictures = (torch.from_numpy(pictures).float() / 255 - self.mean) / self.deviation
        said = self.said[chosen, which]
        holds = ((said[None] & ~self.truths[chosen][:, None]) == 0).all(-1)
        return self.recoloured(pictures), torch.from_numpy(self.ids[chosen, which]), torch.from_numpy(holds)

    def recoloured(self, pictures):
        contrast = torch.from_numpy(self.random.uniform(.85, 1.15, (BATCH, 1, 1, 1))).float()
        return pictures * contrast + torch.from_numpy(self.random.uniform(-.12, .12, (BATCH, 3, 1, 1))).float()


def loss(scores, holds):
    """Each true pair against all false ones, both ways; half of the weight lies on the picture's own caption."""
    false, total = scores.masked_fill(holds, -1e4), 0
    for axis in (1, 0):
        error = F.softplus(torch.logsumexp(false, axis, keepdim=True) - scores)
        shared = holds.float() / holds.float().sum(axis, keepdim=True)
        total = total + (error * (shared + torch.eye(BATCH)) / 2).sum() / BATCH / 2
    return total


def gradients(model, pool, named, pictures, ids, holds):
    half = BATCH // 2
    parts = (slice(0, half), slice(half, BATCH))
    vectors = list(pool.map(lambda part: (model.pictures(pictures[part]), model.captions(ids[part])), parts))
    seen, read = (torch.cat([v[i].detach() for v in vectors]).requires_grad_() for i in (0, 1))
    value = loss(model.logit_scale.exp().clamp(max=100) * seen @ read.t(), holds)
    by_seen, by_read, by_scale = torch.autograd.grad(value, (seen, read, model.logit_scale))
    halves = pool.map(lambda i: torch.autograd.grad(vectors[i], named, (by_seen[parts[i]], by_read[parts[i]])), (0, 1))
    for parameter, first, second in zip(named, *halves):
        parameter.grad = first + second
    model.logit_scale.grad = by_scale
    return value.item()


def train(model, lessons, steps, save):
    named = [p for name, p in model.named_parameters() if name != "logit_scale"]
    optimiser = torch.optim.AdamW(
        [{"params": [p for p in model.parameters() if p.ndim > 1], "weight_decay": DECAY},
         {"params": [p for p in model.parameters() if p.ndim <= 1], "weight_decay": 0}],
        lr=RATE, betas=(.9, .98), eps=1e-6)
    start, losses = time.time(), []
    with ThreadPoolExecutor(2) as pool:
        for step in range(1, steps + 1):
            rate = RATE * min(1, step / WARM_UP) * (.5 + .5 * math.cos(math.pi * (step - 1) / steps)) + 1e-6
            for group in optimiser.param_groups:
                group["lr"] = rate
            losses.append(gradients(model, pool, named, *lessons.batch()))
            nn.utils.clip_grad_norm_(model.parameters(), 1.)
            optimiser.step()
            if step % 50 == 0 or step == steps:
                print(f"step {step} loss {np.mean(losses[-50:]):.4f} seconds {time.time() - start:.0f}", flush=True)
            if step % 250 == 0 or step == steps:
                save()


def save_safetensors(path, tensors):
    """Half precision; the format is the header's length, the header in JSON, the tensors one after the other."""
    header, data, at = {"__metadata__": {"format": "pt"}}, [], 0
    for name, tensor in tensors:
        half = tensor.detach().half().numpy().tobytes()
        header[name] = {"dtype": "F16", "shape": list(tensor.shape), "data_offsets": [at, at + len(half)]}
        at += len(half)
        data.append(half)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(data))
    unfinished.rename(path)


def main():
    folder, lessons, steps = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    model = TinyClip(json.loads((folder / "config.json").read_text()))
    print("parameters", sum(p.numel() for p in model.parameters()), flush=True)
    train(model, Lessons(lessons, np.random.default_rng(seed)), steps,
          lambda: save_safetensors(folder / "model.safetensors", model.export()))


if __name__ == "__main__":
    main()
