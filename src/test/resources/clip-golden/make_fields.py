"""Makes fields.json: what transformers and OpenCLIP themselves compute from the files of a model, one case a field.

    python3 make_fields.py        (in this folder; transformers 5.18, open_clip_torch 3.3, torch 2.13, Pillow 12.3)

Every case is a folder: the random weights of tiny-clip with a row for every token of bpe/, and the files written
here. The picture is computed (see picture), so that the test draws the same one.
"""
import hashlib, json, os, shutil, tempfile
import numpy as np
import open_clip
import torch
from PIL import Image
from safetensors.numpy import load_file, save_file
from transformers import CLIPModel, CLIPTokenizer
from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil

TOKENS = 1514
PHRASES = ["a crowd at a rally", "a poster"]
CONFIG = json.load(open("tiny-clip/config.json"))
CONFIG["text_config"] |= {"vocab_size": TOKENS, "eos_token_id": TOKENS - 1, "bos_token_id": TOKENS - 2}
PREPROCESS = {"size": {"shortest_edge": 64}, "crop_size": {"height": 64, "width": 64}}
OPEN_CLIP = {"embed_dim": 64, "quick_gelu": True,
             "vision_cfg": {"image_size": 64, "layers": 2, "width": 128, "patch_size": 16},
             "text_cfg": {"context_length": 77, "vocab_size": TOKENS, "width": 64, "heads": 1, "layers": 2}}


def picture(width, height):
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    blue = (x ^ y) % 256 * ((x // 16 + y // 16) % 2)
    return Image.fromarray(np.stack([x * 7 + y * 3, (x * x + y) % 251, blue], -1).astype(np.uint8))


def weights():
    all = {name: value for name, value in load_file("tiny-clip/model.safetensors").items()}
    table = "text_model.embeddings.token_embedding.weight"
    all[table] = all[table][np.arange(TOKENS) % 600]
    return all


def in_openai_names(all):
    rename = {"vision_model.embeddings.patch_embedding.weight": "visual.conv1.weight",
              "vision_model.embeddings.class_embedding": "visual.class_embedding",
              "vision_model.embeddings.position_embedding.weight": "visual.positional_embedding",
              "text_model.embeddings.token_embedding.weight": "token_embedding.weight",
              "text_model.embeddings.position_embedding.weight": "positional_embedding",
              "logit_scale": "logit_scale"}
    named = {new: all[old] for old, new in rename.items()}
    named["visual.proj"] = np.ascontiguousarray(all["visual_projection.weight"].T)
    named["text_projection"] = np.ascontiguousarray(all["text_projection.weight"].T)
    for kind in ("weight", "bias"):
        named["visual.ln_pre." + kind] = all["vision_model.pre_layrnorm." + kind]
        named["visual.ln_post." + kind] = all["vision_model.post_layernorm." + kind]
        named["ln_final." + kind] = all["text_model.final_layer_norm." + kind]
        for theirs, ours in (("vision_model", "visual."), ("text_model", "")):
            for i in range(2):
                old, new = f"{theirs}.encoder.layers.{i}.", f"{ours}transformer.resblocks.{i}."
                named[new + "attn.in_proj_" + kind] = np.concatenate(
                    [all[old + f"self_attn.{part}_proj.{kind}"] for part in "qkv"])
                named[new + "attn.out_proj." + kind] = all[old + "self_attn.out_proj." + kind]
                for a, b in (("layer_norm1", "ln_1"), ("layer_norm2", "ln_2"), ("mlp.fc1", "mlp.c_fc"),
                             ("mlp.fc2", "mlp.c_proj")):
                    named[new + b + "." + kind] = all[old + a + "." + kind]
    return named


def unit(rows):
    rows = rows.detach().numpy()
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def case(name, files, size, plain, pixels, image, text, scale):
    """The bytes that were cut out, every 997th number of the input, and the first numbers of the vectors."""
    return {"name": name, "files": files, "picture": size,
            "bytes": hashlib.sha256(np.ascontiguousarray(plain).tobytes()).hexdigest(),
            "input": [round(float(v), 5) for v in pixels.reshape(-1)[::997]],
            "image": [round(float(v), 6) for v in unit(image)[0][:8]],
            "texts": [[round(float(v), 6) for v in row[:8]] for row in unit(text)],
            "scale": round(scale.item(), 4)}


def transformers_case(name, drawn=(100, 76), vision={}, text={}, top={}, **files):
    config = CONFIG | top
    config["vision_config"] = CONFIG["vision_config"] | vision
    config["text_config"] = CONFIG["text_config"] | text
    files = {file + ".json": content for file, content in ({"preprocessor_config": PREPROCESS} | files).items() if content}
    files["config.json"] = config
    folder = tempfile.mkdtemp()
    for file, content in files.items():
        json.dump(content, open(f"{folder}/{file}", "w"))
    all = weights()
    if top:
        del all["logit_scale"]
    save_file(all, folder + "/model.safetensors", metadata={"format": "pt"})
    model = CLIPModel.from_pretrained(folder).eval()
    if top:
        model.logit_scale.data.fill_(config["logit_scale_init_value"])
    processor = CLIPImageProcessorPil.from_pretrained(folder)
    pixels = processor(picture(*drawn), return_tensors="pt")["pixel_values"]
    plain = processor(picture(*drawn), do_rescale=False, do_normalize=False, return_tensors="np")["pixel_values"][0]
    ids = TOKENIZER(PHRASES, padding=True, return_tensors="pt")
    made = model(pixel_values=pixels.float(), **ids)
    shutil.rmtree(folder)
    if top:
        files["without"] = "logit_scale"
    return case(name, files, drawn, plain.transpose(1, 2, 0).astype(np.uint8), pixels.numpy(), made.image_embeds,
                made.text_embeds, model.logit_scale.exp())


def open_clip_case(name, drawn=(100, 76), vision={}, text={}, custom=False, quick=True, **preprocess):
    model_cfg = OPEN_CLIP | {"quick_gelu": quick, "vision_cfg": OPEN_CLIP["vision_cfg"] | vision,
                             "text_cfg": OPEN_CLIP["text_cfg"] | text} | ({"custom_text": True} if custom else {})
    config = {"model_cfg": model_cfg, "preprocess_cfg": preprocess}
    folder = tempfile.mkdtemp()
    json.dump(config, open(folder + "/open_clip_config.json", "w"))
    all = in_openai_names(weights())
    if vision.get("no_ln_pre"):
        all = {n: v for n, v in all.items() if "ln_pre" not in n}
    if custom:
        own = ("visual.", "logit_scale")
        all = {n if n.startswith(own) else "text." + n: v for n, v in all.items()}
    save_file(all, folder + "/open_clip_model.safetensors")
    model, transform = open_clip.create_model_from_pretrained("local-dir:" + folder)
    model.eval()
    pixels = transform(picture(*drawn))[None]
    plain = transform.transforms[:-3]
    square = picture(*drawn)
    for step in plain:
        square = step(square)
    ids = torch.zeros(len(PHRASES), 77, dtype=torch.long)
    for row, phrase in zip(ids, PHRASES):
        found = TOKENIZER(phrase)["input_ids"]
        row[:len(found)] = torch.tensor(found)
    image, texts = model.encode_image(pixels), model.encode_text(ids)
    shutil.rmtree(folder)
    return case(name, {"open_clip_config.json": config}, drawn, np.array(square), pixels.numpy(), image, texts,
                model.logit_scale.exp())


def processor(**fields):
    return {"image_processor": PREPROCESS | {"image_processor_type": "CLIPImageProcessor"} | fields}


def tokenizer():
    folder = tempfile.mkdtemp()
    for file in ("vocab.json", "merges.txt"):
        shutil.copy("bpe/" + file, folder)
    return CLIPTokenizer.from_pretrained(folder)


def preprocessed(name, drawn=(100, 76), **fields):
    return transformers_case(name, drawn, preprocessor_config=PREPROCESS | fields)


HALF = {"image_mean": [0.5, 0.4, 0.3], "image_std": [0.5, 0.25, 0.2]}
TOKENIZER = tokenizer()
SQUARE = {"height": 64, "width": 64}
cases = [
    transformers_case("processor_config.json is read", preprocessor_config=None, processor_config=processor(**HALF)),
    transformers_case("processor_config.json wins", preprocessor_config=PREPROCESS, processor_config=processor(**HALF)),
    transformers_case("processor_config.json without an image processor", preprocessor_config=PREPROCESS | HALF,
                      processor_config={"processor_class": "CLIPProcessor"}),
    preprocessed("image_mean and image_std", **HALF),
    preprocessed("image_mean for all channels", image_mean=0.5, image_std=0.25),
    preprocessed("size as a number", size=80),
    preprocessed("size as shortest_edge", size={"shortest_edge": 80}),
    preprocessed("size as height and width", size=SQUARE),
    preprocessed("size as two numbers", size=[64, 64]),
    preprocessed("size as height and width before the crop", size={"height": 80, "width": 80}),
    preprocessed("size below crop_size", (76, 76), size={"shortest_edge": 46}),
    preprocessed("crop_size as a number", crop_size=64, size=70),
    *[preprocessed("resample " + str(code), resample=code) for code in (0, 1, 2, 3, 4, 5)],
    *[preprocessed(f"resample {code} upwards", (31, 47), resample=code) for code in (0, 1, 2, 3, 4, 5)],
    preprocessed("do_center_crop", do_center_crop=False, size=SQUARE),
    preprocessed("do_resize", do_resize=False),
    preprocessed("do_resize of a small picture", (50, 40), do_resize=False),
    preprocessed("do_rescale", do_rescale=False),
    preprocessed("rescale_factor", rescale_factor=0.01),
    preprocessed("do_normalize", do_normalize=False),
    preprocessed("do_rescale and do_normalize", do_rescale=False, do_normalize=False),
    preprocessed("do_normalize is null", do_normalize=None, do_convert_rgb=None),
    transformers_case("hidden_act of the images", vision={"hidden_act": "gelu"}),
    transformers_case("hidden_act of the texts", text={"hidden_act": "gelu"}),
    transformers_case("hidden_act gelu_new", vision={"hidden_act": "gelu_new"}, text={"hidden_act": "gelu_new"}),
    transformers_case("hidden_act gelu_pytorch_tanh", vision={"hidden_act": "gelu_pytorch_tanh"}),
    transformers_case("layer_norm_eps of the images", vision={"layer_norm_eps": 0.01}),
    transformers_case("layer_norm_eps of the texts", text={"layer_norm_eps": 0.01}),
    transformers_case("num_attention_heads", vision={"num_attention_heads": 4}, text={"num_attention_heads": 2}),
    transformers_case("eos_token_id 2", text={"eos_token_id": 2}),
    transformers_case("logit_scale_init_value", top={"logit_scale_init_value": 3.5}),
    open_clip_case("resize_mode shortest", resize_mode="shortest"),
    open_clip_case("resize_mode squash", resize_mode="squash"),
    open_clip_case("resize_mode longest", resize_mode="longest"),
    open_clip_case("resize_mode longest upright", (75, 122), resize_mode="longest"),
    open_clip_case("fill_color", resize_mode="longest", fill_color=128),
    open_clip_case("interpolation bilinear", interpolation="bilinear"),
    open_clip_case("interpolation random", interpolation="random"),
    open_clip_case("mean and std", mean=[0.5, 0.4, 0.3], std=[0.5, 0.25, 0.2]),
    open_clip_case("size is that of the model", size=90),
    open_clip_case("quick_gelu", quick=False),
    open_clip_case("act_kwargs", quick=False, vision={"act_kwargs": {"approximate": "tanh"}},
                   text={"act_kwargs": {"approximate": "tanh"}}),
    open_clip_case("norm_kwargs", vision={"norm_kwargs": {"eps": 0.01}}, text={"norm_kwargs": {"eps": 0.02}}),
    open_clip_case("head_width and heads", vision={"head_width": 32}, text={"heads": 2}),
    open_clip_case("no_ln_pre", vision={"no_ln_pre": True}),
    open_clip_case("pool_type avg", vision={"pool_type": "avg"}),
    open_clip_case("final_ln_after_pool", vision={"pool_type": "avg", "final_ln_after_pool": True}),
    open_clip_case("final_ln_after_pool of the class token", vision={"final_ln_after_pool": True}),
    open_clip_case("pool_type first", text={"pool_type": "first", "no_causal_mask": True}),
    open_clip_case("pool_type last", text={"pool_type": "last"}),
    open_clip_case("pool_type eos", text={"pool_type": "eos", "eos_id": TOKENS - 1}),
    open_clip_case("no_causal_mask", text={"no_causal_mask": True}),
    open_clip_case("no_causal_mask and pool_type last", text={"no_causal_mask": True, "pool_type": "last"}),
    open_clip_case("custom_text", custom=True),
]
json.dump(cases, open("fields.json", "w"), indent=1)
print(len(cases), "cases")
