// Goes through what is said in step with the video of the page: marks what is said now, and plays from where one clicks.

function start(list, video) {
  const parts = [...list.children];
  let now = null;

  for (const part of parts) {
    const time = part.querySelector("[data-time]");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button link mono small";
    button.textContent = time.textContent;
    button.setAttribute("aria-label", `Play from ${time.textContent}`);
    button.addEventListener("click", () => {
      video.currentTime = Number(part.dataset.from) / 1000 + 0.001;
      video.play().catch(() => {});
    });
    time.replaceWith(button);
  }

  video.addEventListener("timeupdate", () => {
    const ms = video.currentTime * 1000;
    const next = parts.find((part) => ms >= Number(part.dataset.from) && ms < Number(part.dataset.to)) ?? null;
    if (next === now) return;
    now?.removeAttribute("aria-current");
    next?.setAttribute("aria-current", "true");
    now = next;
    // Within the list alone: the page stays where it is.
    if (next) list.scrollTop = next.offsetTop - list.offsetTop - list.clientHeight / 3;
  });
}

const video = document.querySelector("[data-player] video");
if (video) document.querySelectorAll("[data-spoken]").forEach((list) => start(list, video));
