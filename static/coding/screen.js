// The coding screen: one page for all images of a sample. What is decided goes into the queue of this browser first
// (queue.js) and is sent in the background; the next images are there already (supply.js).
import { parse } from "../ui/address.js";
import { Guide } from "./guide.js";
import { listen } from "./keys.js";
import { Questions } from "./questions.js";
import { Pictures } from "./pictures.js";
import { Queue } from "./queue.js";
import { Remarks } from "./remarks.js";
import { SeenTime } from "./seconds.js";
import { Stage } from "./stage.js";
import { Standing } from "./standing.js";
import { Strip } from "./strip.js";
import { Supply, shown } from "./supply.js";
import { toast } from "../ui/toasts.js";

const main = document.getElementById("main");
const form = document.getElementById("answers");
const assignment = parse(main.dataset.assignment);
assignment.csrf = main.dataset.csrf;

const queue = new Queue(assignment, { batch: take, state: told, gone });
const standing = new Standing(assignment, queue);
const stage = new Stage(document.getElementById("canvas"), document.getElementById("zoom"));
const questions = new Questions(form, { changed: draft, answered, done: decide });
const remarks = new Remarks(form, draft);
const supply = new Supply(assignment, queue);
const strip = new Strip(document.getElementById("strip"), assignment.latest, open);
const guide = new Guide(document.getElementById("guide"), `${assignment.path}/guide`);
const pictures = new Pictures(
  document.getElementById("pictures"),
  stage,
  (picture) => supply.picture(picture),
  `The ${assignment.words[0]} to code`,
);
const time = new SeenTime();
const advance = document.getElementById("auto-advance");

let here = null; // the item on the screen
let front = null; // the item that was left to look back

begin();

function begin() {
  for (const id of ["auto-advance", "back", "skip"]) document.getElementById(id).hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    decide();
  });
  document.getElementById("back").addEventListener("click", back);
  document.getElementById("skip").addEventListener("click", skip);
  advance.addEventListener("click", switchAdvance);
  document.getElementById("guide-open").addEventListener("click", (event) => {
    event.preventDefault();
    guide.toggle(questions.current());
  });
  listen({ questions, stage, pictures, remarks, guide, enter, back, forward, skip });
  assignment.items.filter((item) => item.decided && item.image !== assignment.here).forEach((item) => strip.add(item));
  supply.take(assignment.items);
  queue.entries().forEach((entry) => remember(entry, assignment.items));
  const first = assignment.items.find((item) => item.image === assignment.here && !queue.pending(item.image));
  first ? show(first) : next();
  queue.send();
}

// What was decided before the tab was closed and is not sent yet belongs into the strip, not onto the screen.
function remember(entry, items) {
  const item = items.find((one) => one.image === entry.body.image);
  if (item && entry.kind === "decisions") strip.add({ ...item, turn: entry.body.turn, decided: entry.body });
}

function show(item) {
  here = item;
  for (const id of ["end", "wait"]) document.getElementById(id).hidden = true;
  form.hidden = false;
  pictures.show(shown(item));
  const typed = queue.refused(item.image)?.body ?? draftOf(item) ?? item.decided;
  questions.write(typed?.answers ?? {});
  remarks.write(typed, item);
  strip.mark(item.image);
  document.getElementById("back").disabled = !strip.before(item.image);
  document.getElementById("skip").disabled = Boolean(item.decided);
  standing.show();
  time.begin();
  guide.follow(questions.current());
}

function next() {
  const item = front ?? supply.next();
  front = null;
  if (item) return show(item);
  here = null;
  form.hidden = true;
  stage.clear();
  pictures.clear();
  const waiting = queue.entries().some((entry) => !entry.refused) || supply.unsure();
  document.getElementById("wait").hidden = !waiting;
  document.getElementById("end").hidden = waiting;
  standing.show();
  if (waiting) queue.ask();
}

function take(batch) {
  assignment.progress = batch.progress;
  assignment.closed = batch.closed;
  supply.take(batch.items, here?.image, front?.image);
  forgetUndecided(batch.items);
  standing.heard(batch);
  if (!here) next();
}

// What the server holds undecided has no earlier decision here either.
function forgetUndecided(items) {
  const open = items.filter((item) => !item.decided && item.image !== here?.image && !queue.pending(item.image));
  open.forEach((item) => strip.remove(item.image));
}

// Removed from the project while it was coded.
function gone(image, sentence) {
  strip.remove(image);
  supply.drop(image);
  if (front?.image === image) front = null;
  toast(sentence, "bad");
  if (here?.image === image) next();
}

function told(state) {
  standing.saved(state);
}

function answered() {
  if (advance.getAttribute("aria-pressed") === "true") decide();
}

// An image that was decided before is saved at once; all its questions were passed.
function enter() {
  if (here?.decided) decide();
  else questions.enter();
}

function decide() {
  if (!here) return;
  const missing = questions.missing();
  if (missing) return questions.ask(missing);
  const body = {
    decision: uuid(),
    image: here.image,
    turn: here.turn,
    version: assignment.version,
    seconds: Math.round((time.end() + (here.seconds ?? 0)) * 10) / 10,
    watched: seen(here.watched, pictures.watched()),
    ...remarks.read(),
    answers: questions.read(),
  };
  const first = !here.decided;
  if (first || queue.refused(here.image) || changed(body, here.decided)) queue.add("decisions", body, first);
  forget(here);
  here.seconds = 0;
  here.watched = null;
  here.decided = body;
  strip.add(here);
  supply.drop(here.image);
  next();
}

// Codes of an earlier version of the codebook are confirmed by saving them as they are.
function changed(body, before) {
  const told = ({ answers, note, flagged }) => JSON.stringify([sorted(answers), note, flagged]);
  return before.version !== assignment.version || told(body) !== told(before);
}

function sorted(answers) {
  return Object.entries(answers)
    .filter(([, { state }]) => state !== "not_applicable")
    .map(([key, { values, state }]) => [key, [...values].sort(), state])
    .sort();
}

function skip() {
  if (!here || here.decided) return;
  queue.add("skips", { image: here.image }, false);
  forget(here);
  supply.drop(here.image);
  next();
}

function back() {
  const before = strip.before(here?.image);
  if (before) open(before);
}

function forward() {
  if (!front) return;
  const after = strip.after(here.image);
  after ? open(after) : next();
}

function open(item) {
  if (here) {
    here.seconds = time.end() + (here.seconds ?? 0);
    here.watched = seen(here.watched, pictures.watched());
  }
  if (here && !here.decided) front = here;
  show(item);
}

// A video that was looked at before: its seconds add up, and the look that saw most of it stands.
function seen(before, now) {
  if (!before || !now) return before ?? now;
  return { seconds: before.seconds + now.seconds, share: Math.max(before.share, now.share) };
}

// What is chosen and not yet saved is kept too, for each image until it is decided.
function draft() {
  if (!here) return;
  try {
    localStorage.setItem(draftKey(here), JSON.stringify({ answers: questions.read(), ...remarks.read() }));
  } catch {
    // A browser without storage keeps it on the screen.
  }
}

function draftOf(item) {
  return JSON.parse(localStorage.getItem(draftKey(item)));
}

function forget(item) {
  localStorage.removeItem(draftKey(item));
}

function draftKey({ image, turn }) {
  return `codeframe.draft.${assignment.sample}.${assignment.coder}.${image}.${turn}`;
}

function switchAdvance() {
  const on = advance.getAttribute("aria-pressed") !== "true";
  advance.setAttribute("aria-pressed", on);
  queue.post("habit", { auto_advance: on });
}

// crypto.randomUUID is there on HTTPS only.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
