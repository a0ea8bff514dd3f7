// The image: whole at first, and as large as one likes by wheel, pinch, drag or Z. A video stands there as it is.
const LARGEST = 12;
const STEP = 1.25;
const CLOSE = 2.5;

export class Stage {
  #canvas;
  #tools;
  #item = null;
  #picture = null;
  #scale = 1;
  #x = 0;
  #y = 0;
  #pointers = new Map();
  #over = null;

  constructor(canvas, tools) {
    this.#canvas = canvas;
    this.#tools = tools;
    canvas.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    canvas.addEventListener("pointerdown", (event) => this.#down(event));
    canvas.addEventListener("pointermove", (event) => this.#move(event));
    canvas.addEventListener("pointerleave", () => (this.#over = null));
    for (const kind of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(kind, (event) => this.#pointers.delete(event.pointerId));
    }
    canvas.addEventListener("dblclick", () => this.toggle());
    tools.addEventListener("click", (event) => this.#tool(event.target.closest("[data-zoom]")?.dataset.zoom));
  }

  show(item, picture) {
    this.#item = item;
    this.#picture = picture;
    this.#scale = 1;
    this.#place();
    this.#fill(picture);
  }

  // A player has its own pointers; nothing is zoomed.
  play(element) {
    this.#picture = null;
    this.#scale = 1;
    this.#canvas.classList.remove("close");
    this.#fill(element);
  }

  clear() {
    this.#picture = null;
    this.#fill();
  }

  #fill(...elements) {
    this.#pointers.clear();
    this.#tools.hidden = !this.#picture;
    this.#canvas.classList.toggle("playing", elements.length > 0 && !this.#picture);
    this.#canvas.replaceChildren(...elements);
  }

  toggle() {
    const { left, top, width, height } = this.#canvas.getBoundingClientRect();
    const at = this.#over ?? { x: left + width / 2, y: top + height / 2 };
    this.#zoom(this.#scale > 1 ? 1 / this.#scale : CLOSE, at.x, at.y);
  }

  #tool(kind) {
    if (kind === "fit") return this.toggle();
    const { left, top, width, height } = this.#canvas.getBoundingClientRect();
    if (kind) this.#zoom(kind === "in" ? STEP * STEP : 1 / STEP / STEP, left + width / 2, top + height / 2);
  }

  // With Ctrl the wheel is the browser's.
  #wheel(event) {
    if (event.ctrlKey || !this.#picture) return;
    event.preventDefault();
    this.#zoom(event.deltaY < 0 ? STEP : 1 / STEP, event.clientX, event.clientY);
  }

  // The point under the pointer stays where it is.
  #zoom(factor, clientX, clientY) {
    if (!this.#picture) return;
    const { left, top } = this.#canvas.getBoundingClientRect();
    const scale = Math.min(LARGEST, Math.max(1, this.#scale * factor));
    const ratio = scale / this.#scale;
    this.#x = clientX - left - (clientX - left - this.#x) * ratio;
    this.#y = clientY - top - (clientY - top - this.#y) * ratio;
    this.#scale = scale;
    this.#place();
    if (scale > 1) this.#sharpen();
  }

  #place() {
    if (!this.#picture) return;
    const { width, height } = this.#canvas.getBoundingClientRect();
    this.#x = Math.min(0, Math.max(width * (1 - this.#scale), this.#x));
    this.#y = Math.min(0, Math.max(height * (1 - this.#scale), this.#y));
    const close = this.#scale > 1;
    this.#picture.style.transform = close ? `translate(${this.#x}px, ${this.#y}px) scale(${this.#scale})` : "";
    this.#canvas.classList.toggle("close", close);
  }

  // The original, once somebody looks closely.
  async #sharpen() {
    const { original } = this.#item;
    const picture = this.#picture;
    if (picture.src.endsWith(original)) return;
    const sharp = new Image();
    sharp.src = original;
    await sharp.decode().catch(() => {});
    if (picture === this.#picture) picture.src = original;
  }

  #down(event) {
    if (!this.#picture) return;
    this.#pointers.set(event.pointerId, event);
    this.#canvas.setPointerCapture(event.pointerId);
  }

  #move(event) {
    this.#over = { x: event.clientX, y: event.clientY };
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const others = [...this.#pointers.values()].filter((one) => one.pointerId !== event.pointerId);
    if (others.length === 1) this.#pinch(before, event, others[0]);
    else this.#drag(event.clientX - before.clientX, event.clientY - before.clientY);
    this.#pointers.set(event.pointerId, event);
  }

  #drag(across, down) {
    if (this.#scale === 1) return;
    this.#x += across;
    this.#y += down;
    this.#place();
  }

  #pinch(before, now, other) {
    const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    const middle = { x: (now.clientX + other.clientX) / 2, y: (now.clientY + other.clientY) / 2 };
    this.#zoom(apart(now) / Math.max(1, apart(before)), middle.x, middle.y);
  }
}
