"""Makes the golden files of this folder with numpy, regex and Pillow, independently of the Java code.

    python3 make_golden.py        (in this folder)
"""
import collections, hashlib, html, io, json, math, os, pickle, random, sys, types, zipfile
import numpy as np
import regex
from PIL import Image


# ---- tokens.json: byte pair encoding as in OpenAI's clip/simple_tokenizer.py, without ftfy
def letters():
    prints = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    others = [b for b in range(256) if b not in prints]
    return {b: chr(b) for b in prints} | {b: chr(256 + n) for n, b in enumerate(others)}


LETTERS = letters()
PATTERN = regex.compile(
    r"<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+", regex.IGNORECASE)


def tokens(text, vocabulary, ranks):
    text = html.unescape(html.unescape(text)).strip()
    text = regex.sub(r"\s+", " ", text).strip().lower()
    ids = []
    for word in PATTERN.findall(text):
        if word in ("<|startoftext|>", "<|endoftext|>"):
            ids.append(vocabulary[word])
            continue
        parts = [LETTERS[b] for b in word.encode()]
        parts[-1] += "</w>"
        while len(parts) > 1:
            best = min(zip(parts, parts[1:]), key=lambda pair: ranks.get(pair, math.inf))
            if best not in ranks:
                break
            merged, i = [], 0
            while i < len(parts):
                if tuple(parts[i:i + 2]) == best:
                    merged.append(parts[i] + parts[i + 1])
                    i += 2
                else:
                    merged.append(parts[i])
                    i += 1
            parts = merged
        ids += [vocabulary[part] for part in parts]
    return ids


def token_cases():
    vocabulary = json.load(open("bpe/vocab.json"))
    lines = open("bpe/merges.txt", encoding="utf-8").read().splitlines()[1:]
    ranks = {tuple(line.split()): rank for rank, line in enumerate(lines) if line}
    texts = [
        "A large assembly of supporters or participants at an open-air political rally.",
        "Food, beverages, or generic shots.", "Interviews &amp; Media", "Interviews &amp;amp; Media",
        "they're we've I'll don't O'Neill's 'S 'LL", "  two   blanks\tand\na line  ", "Größe, Straße, ÄÖÜ, naïve café",
        "été é", "selfie 📸🤳🏽 #vote2024 @party 50%", "١٢٣ ½ ² Ⅷ 2024", "政治集会の写真", "रैली", "صورة",
        "İstanbul ΣΑΣ ς", "a\u00a0b\u3000c\u2028d\x1fe\x85f", "<|endoftext|> inside", "<b>x</b> &lt;b&gt; &#39;q&#x27; &nbsp;z",
        "", "   ", "...", "&unknown; &", "\u200bzero\u200dwidth", "ﬁne ﬂag ſ's", "a" * 70, "x y z " * 40,
    ]
    rng = random.Random(7)
    alphabet = "abcdefghij klmnop qrstuvwxyz'.,-!?&;#0123456789ÄÖÜäöüßéèçñ😀漢字かなعربहिन् \t"
    texts += ["".join(rng.choice(alphabet) for _ in range(rng.randint(1, 60))) for _ in range(300)]
    cases = [{"text": text, "ids": tokens(text, vocabulary, ranks)} for text in texts]
    json.dump(cases, open("tokens.json", "w"), indent=0, ensure_ascii=True)


# ---- gelu.json: tiny-clip with plain GELU, which OpenCLIP's models use; the QuickGELU result checks this code
def tensors(path):
    raw = open(path, "rb").read()
    length = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8:8 + length])
    types = {"F32": np.float32, "I64": np.int64}
    return {name: np.frombuffer(raw[8 + length + at["data_offsets"][0]:8 + length + at["data_offsets"][1]],
                                types[at["dtype"]]).reshape(at["shape"])
            for name, at in header.items() if name != "__metadata__"}


def norm(x, w, name):
    x = x - x.mean(-1, keepdims=True)
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-5) * w[name + ".weight"] + w[name + ".bias"]


def linear(x, w, name):
    return x @ w[name + ".weight"].T + w[name + ".bias"]


def quick_gelu(x):
    return x / (1 + np.exp(-1.702 * x))


def gelu(x):
    return x * 0.5 * (1 + np.vectorize(math.erf)(x / math.sqrt(2)))


def layers(x, w, prefix, heads, causal, activation):
    batch, length, width = x.shape
    split = lambda z: z.reshape(batch, length, heads, width // heads).transpose(0, 2, 1, 3)
    for i in range(2):
        at = f"{prefix}.encoder.layers.{i}."
        h = norm(x, w, at + "layer_norm1")
        q, k, v = (split(linear(h, w, at + f"self_attn.{name}_proj")) for name in "qkv")
        scores = q @ k.transpose(0, 1, 3, 2) / math.sqrt(width // heads)
        if causal:
            scores = scores + np.triu(np.full((length, length), -np.inf), 1)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True)) @ v
        x = x + linear(mixed.transpose(0, 2, 1, 3).reshape(batch, length, width), w, at + "self_attn.out_proj")
        x = x + linear(activation(linear(norm(x, w, at + "layer_norm2"), w, at + "mlp.fc1")), w, at + "mlp.fc2")
    return x


def logits(w, pixels, ids, activation):
    batch, side, patch = len(pixels), pixels.shape[2] // 16, 16
    patches = pixels.reshape(batch, 3, side, patch, side, patch).transpose(0, 2, 4, 1, 3, 5).reshape(batch, side * side, -1)
    at = "vision_model.embeddings."
    kernel = w[at + "patch_embedding.weight"]
    x = patches @ kernel.reshape(len(kernel), -1).T
    first = np.broadcast_to(w[at + "class_embedding"], (batch, 1, x.shape[2]))
    x = np.concatenate([first, x], 1) + w[at + "position_embedding.weight"]
    x = layers(norm(x, w, "vision_model.pre_layrnorm"), w, "vision_model", 2, False, activation)
    image = norm(x[:, 0], w, "vision_model.post_layernorm") @ w["visual_projection.weight"].T
    at = "text_model.embeddings."
    x = w[at + "token_embedding.weight"][ids] + w[at + "position_embedding.weight"]
    x = norm(layers(x, w, "text_model", 1, True, activation), w, "text_model.final_layer_norm")
    text = x[np.arange(len(ids)), ids.argmax(1)] @ w["text_projection.weight"].T
    image = image / np.linalg.norm(image, axis=1, keepdims=True)
    text = text / np.linalg.norm(text, axis=1, keepdims=True)
    return np.exp(w["logit_scale"]) * image @ text.T


def gelu_case():
    w = {name: value.astype(np.float64) for name, value in tensors("tiny-clip/model.safetensors").items()}
    reference = tensors("reference.safetensors")
    pixels, ids = reference["pixel_values"].astype(np.float64), reference["input_ids"]
    difference = np.abs(logits(w, pixels, ids, quick_gelu) - reference["logits_per_image"]).max()
    print("QuickGELU logits differ from OpenAI's by", difference)
    assert difference < 1e-4
    json.dump(logits(w, pixels, ids, gelu).round(7).tolist(), open("gelu.json", "w"))


# ---- aggregation.json: every rule on random vectors
def softmax(x):
    x = np.exp(x - x.max())
    return x / x.sum()


def probabilities(rule, image, phrases, owner, scale):
    count = max(owner) + 1
    cosines = phrases @ image
    of = lambda c: [i for i, o in enumerate(owner) if o == c]
    if rule == "notebook":
        p = softmax(scale * cosines)
        return np.array([max(p[of(c)]) for c in range(count)])
    if rule == "mean":
        centres = np.array([phrases[of(c)].mean(0) for c in range(count)])
        return softmax(scale * (centres / np.linalg.norm(centres, axis=1, keepdims=True)) @ image)
    join = {"max": np.max, "mean_logits": np.mean, "log_mean_exp": lambda z: np.log(np.mean(np.exp(z)))}[rule]
    return softmax(np.array([join(scale * cosines[of(c)]) for c in range(count)]))


def aggregation_cases():
    rng = np.random.default_rng(20)
    unit = lambda x: (x / np.linalg.norm(x, axis=1, keepdims=True)).astype(np.float32)
    owner, scale = [0, 1, 1, 1, 2, 2, 3], 14.0
    images, phrases = unit(rng.normal(size=(6, 8))), unit(rng.normal(size=(7, 8)))
    cases = []
    for rule in ("mean", "max", "mean_logits", "log_mean_exp", "notebook"):
        for i, image in enumerate(images):
            p = probabilities(rule, image.astype(np.float64), phrases.astype(np.float64), owner, scale)
            first, second = np.argsort(-p)[:2]
            every = softmax(scale * phrases.astype(np.float64) @ image.astype(np.float64))
            phrase = max((k for k, o in enumerate(owner) if o == first), key=lambda k: every[k])
            cases.append({"rule": rule, "image": i, "probabilities": p.round(9).tolist(), "category": int(first),
                          "runnerUp": int(second), "margin": round(float(p[first] - p[second]), 9),
                          "phrase": phrase, "phraseProbability": round(float(every[phrase]), 9)})
    json.dump({"scale": scale, "owner": owner, "images": images.tolist(), "phrases": phrases.tolist(), "cases": cases},
              open("aggregation.json", "w"))


# ---- resize.csv: what Pillow makes of pictures that any language can compute
def picture(width, height):
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    channels = [(x * 7 + y * 3) % 256, (x * x + y) % 251, (x ^ y) % 256 * ((x // 16 + y // 16) % 2)]
    return np.stack(channels, 2).astype(np.uint8)


def resize_cases():
    with open("resize.csv", "w") as out:
        out.write("width,height,crop,sha256\n")
        for width, height, crop in [(800, 533, 224), (533, 800, 224), (51, 40, 224), (224, 224, 224), (97, 96, 96),
                                    (1080, 1350, 224), (1000, 3, 32), (1, 1, 16), (337, 336, 336), (255, 700, 96)]:
            image = Image.fromarray(picture(width, height))
            short = min(width, height)
            size = [crop if side == short else int(crop * side / short) for side in (width, height)]
            left, top = (int(round((side - crop) / 2.0)) for side in size)
            box = image.resize(size, Image.BICUBIC).crop((left, top, left + crop, top + crop))
            out.write(f"{width},{height},{crop},{hashlib.sha256(box.tobytes()).hexdigest()}\n")


# ---- bin/: checkpoints as torch.save writes them (protocol 2, persistent ids), by Python's own pickler
def torch_stub():
    torch, utils = types.ModuleType("torch"), types.ModuleType("torch._utils")
    for name in ("FloatStorage", "HalfStorage", "BFloat16Storage", "LongStorage"):
        setattr(torch, name, type(name, (), {"__module__": "torch"}))
    for name in ("_rebuild_tensor_v2", "_rebuild_parameter"):
        exec(f"def {name}(*a): pass", utils.__dict__)
        getattr(utils, name).__module__ = "torch._utils"
    sys.modules.update({"torch": torch, "torch._utils": utils})
    return torch, utils


class Storage:
    def __init__(self, kind, key, count):
        self.id = ("storage", kind, key, "cpu", count)


class Call:
    def __init__(self, function, *arguments):
        self.call = (function, arguments)

    def __reduce__(self):
        return self.call


class TorchPickler(pickle.Pickler):
    def persistent_id(self, value):
        return value.id if isinstance(value, Storage) else None


def save(path, root, storages):
    data = io.BytesIO()
    TorchPickler(data, protocol=2).dump(root)
    with zipfile.ZipFile(path, "w") as archive:
        entry = lambda name, content: archive.writestr(zipfile.ZipInfo("archive/" + name, (1980, 1, 1, 0, 0, 0)), content)
        entry("data.pkl", data.getvalue())
        entry("version", "3\n")
        for key, content in storages.items():
            entry("data/" + key, content)


def bin_cases():
    os.makedirs("bin", exist_ok=True)
    torch, utils = torch_stub()
    tensor = lambda storage, offset, size, stride: Call(
        utils._rebuild_tensor_v2, storage, offset, size, stride, False, collections.OrderedDict())
    numbers = np.arange(12, dtype=np.float32)
    floats, halves = Storage(torch.FloatStorage, "0", 12), Storage(torch.HalfStorage, "1", 4)
    brains = Storage(torch.BFloat16Storage, "2", 2)
    state = collections.OrderedDict()
    state["module.matrix"] = tensor(floats, 0, (3, 4), (4, 1))
    state["module.transposed"] = tensor(floats, 0, (4, 3), (1, 4))
    state["module.part"] = tensor(floats, 8, (4,), (1,))
    state["module.scalar"] = Call(utils._rebuild_parameter, tensor(floats, 5, (), ()), True, collections.OrderedDict())
    state["module.halves"] = tensor(halves, 0, (2, 2), (2, 1))
    state["module.brains"] = tensor(brains, 0, (2,), (1,))
    state["module.ids"] = tensor(Storage(torch.LongStorage, "3", 300), 0, (1, 300), (300, 1))
    state._metadata = collections.OrderedDict([("", {"version": 1})])
    storages = {"0": numbers.tobytes(), "1": np.array([1, -2.5, 6e-8, 65504], np.float16).tobytes(),
                "2": (np.array([1.5, -3], np.float32).view(np.uint32) >> 16).astype(np.uint16).tobytes(),
                "3": np.arange(300).tobytes()}
    save("bin/good.bin", {"state_dict": state, "epoch": 3, "rate": 0.5, "name": None}, storages)
    save("bin/cut.bin", state, storages | {"0": numbers.tobytes()[:40]})
    state["evil"] = Call(os.system, "touch /tmp/codeframe-was-here")
    save("bin/evil.bin", state, storages)
    state["evil"] = Call(eval, "1+1")
    save("bin/eval.bin", state, storages)


bin_cases()
token_cases()
gelu_case()
aggregation_cases()
resize_cases()
