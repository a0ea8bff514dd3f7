// Sends files in small groups, so that thousands of them and large ones go through and progress can be shown.
// Without this script the same form sends everything at once.

import { parse } from "./ui/address.js";

const FILES_AT_ONCE = 40;
const BYTES_AT_ONCE = 24e6;

const form = document.querySelector("form[data-upload]");
const input = form.querySelector("input[name=files]");
const folder = form.querySelector("[data-folder-input]");
const drop = form.querySelector("[data-drop]");
const chosen = form.querySelector("[data-chosen]");
const bar = form.querySelector("[data-bar]");
const button = form.querySelector(".actions button");
let files = [];

form.querySelector("[data-folder]").hidden = false;

function say(text) {
  form.querySelector("[data-state]").textContent = text;
}

function megabytes(bytes) {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function show() {
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  chosen.hidden = files.length === 0;
  form.querySelector("[data-summary]").textContent =
    `${files.length} ${files.length === 1 ? "file" : "files"}, ${megabytes(bytes)}`;
  say(files.slice(0, 4).map(({ path }) => path).join(", ") + (files.length > 4 ? " …" : ""));
}

function take(file, path) {
  const known = files.some((other) =>
    other.path === path && other.file.size === file.size && other.file.lastModified === file.lastModified);
  if (!known) files.push({ file, path });
}

function add(list) {
  for (const file of list) take(file, file.webkitRelativePath || file.name);
  show();
}

input.addEventListener("change", () => add(input.files));
folder.addEventListener("change", () => add(folder.files));

form.querySelector("[data-clear]").addEventListener("click", () => {
  files = [];
  input.value = "";
  folder.value = "";
  show();
  input.focus();
});

drop.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("over");
});
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", async (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) add(event.dataTransfer.files);
  for (const entry of entries) await walk(entry, "");
  show();
});

async function walk(entry, parent) {
  const path = parent + entry.name;
  if (entry.isFile) {
    take(await new Promise((found, failed) => entry.file(found, failed)), path);
    return;
  }
  const reader = entry.createReader();
  // A folder is read in portions until one is empty.
  for (let some = await read(reader); some.length > 0; some = await read(reader)) {
    for (const inner of some) await walk(inner, `${path}/`);
  }
}

function read(reader) {
  return new Promise((found, failed) => reader.readEntries(found, failed));
}

function* groups() {
  let group = [];
  let bytes = 0;
  for (const one of files) {
    if (group.length > 0 && (group.length === FILES_AT_ONCE || bytes + one.file.size > BYTES_AT_ONCE)) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(one);
    bytes += one.file.size;
  }
  yield group;
}

function post(path, body, sent) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("X-CSRF-Token", new URL(form.action).searchParams.get("_csrf"));
    request.setRequestHeader("HX-Request", "true");
    request.upload.addEventListener("progress", (event) => sent(event.loaded));
    request.addEventListener("load", () => (request.status < 300 ? done(request) : failed(new Error(reason(request)))));
    request.addEventListener("error", () => failed(new Error("The server cannot be reached.")));
    request.send(body);
  });
}

function reason(request) {
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  return page.querySelector(".problem")?.textContent ?? "The server refused the files.";
}

form.addEventListener("submit", async (event) => {
  if (files.length === 0) return;
  event.preventDefault();
  button.disabled = true;
  bar.hidden = false;
  try {
    location.assign(await send());
  } catch (problem) {
    button.disabled = false;
    say(`${problem.message} Nothing was imported; press Import to try again.`);
  }
});

// Everything in the form besides the files.
function chosenOptions() {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
}

async function send() {
  const total = files.reduce((sum, { file }) => sum + file.size, 1);
  let before = 0;
  const { path } = parse((await post(form.dataset.upload, chosenOptions(), () => {})).responseText);
  for (const group of groups()) {
    const body = new FormData();
    group.forEach(({ file, path: name }) => body.append("files", file, name));
    await post(`${path}/files`, body, (sent) => {
      bar.value = (before + sent) / total;
      say(`${megabytes(Math.min(before + sent, total))} of ${megabytes(total)} sent. Keep this page open until then.`);
    });
    before += group.reduce((sum, { file }) => sum + file.size, 0);
  }
  await post(`${path}/start`, null, () => {});
  return path;
}
