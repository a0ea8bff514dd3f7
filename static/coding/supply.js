// The images that this coder holds, their pictures loaded ahead.
// Four posts of ten pictures, and some that were looked back at.
const MOST = 60;

// The pictures of an item: the image itself, or those of the post.
export function shown(item) {
  return item.pictures?.length ? item.pictures : [item];
}

export class Supply {
  #assignment;
  #queue;
  #items = [];
  #pictures = new Map();

  constructor(assignment, queue) {
    this.#assignment = assignment;
    this.#queue = queue;
  }

  // The server's word on what is held, without what is on the screen or decided and on its way.
  take(items, ...elsewhere) {
    this.#items = items.filter(
      (item) => !item.decided && !elsewhere.includes(item.image) && !this.#queue.pending(item.image),
    );
    items.forEach((item) => shown(item).forEach((picture) => this.picture(picture)));
  }

  next() {
    return this.#items.shift();
  }

  drop(image) {
    this.#items = this.#items.filter((item) => item.image !== image);
  }

  // Whether the server may have more although nothing is here.
  unsure() {
    return this.#assignment.progress.left > 0 && !this.#assignment.closed;
  }

  // All pictures of a post at once, so that walking through them waits for nothing.
  picture(item) {
    let picture = this.#pictures.get(item.image);
    if (!picture) {
      picture = new Image(item.width, item.height);
      // Of a video its poster: the film itself is fetched piece by piece as it plays.
      picture.src = devicePixelRatio > 1 && !item.video ? item.original : item.file;
      picture.alt = `The ${this.#assignment.words[0]} to code`;
      picture.draggable = false;
      picture.decode().catch(() => {});
      this.#pictures.set(item.image, picture);
      this.#forgetOldest();
    }
    return picture;
  }

  #forgetOldest() {
    if (this.#pictures.size > MOST) this.#pictures.delete(this.#pictures.keys().next().value);
  }
}
