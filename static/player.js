// Plays the video of the page by keys, follows a click on one of its frames, and knows what was watched of it.
import { typing } from "./ui/keys.js";

const SPEEDS = [0.25, 0.5, 1, 1.5, 2];

function clock(seconds) {
  const ms = Math.round(seconds * 1000);
  const minutes = Math.floor(ms / 60000);
  const rest = ((ms % 60000) / 1000).toFixed(3).padStart(6, "0");
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
}

function start(player) {
  const video = player.querySelector("video");
  const step = 1 / Number(player.dataset.rate);
  let since = null;
  let seconds = 0;

  const at = () => {
    player.querySelector("[data-at]").textContent = clock(video.currentTime);
  };
  const count = () => {
    if (since !== null) seconds += (performance.now() - since) / 1000;
    since = video.paused || video.ended ? null : performance.now();
  };

  function seek(time) {
    video.currentTime = Math.min(Math.max(0, time), video.duration || 0);
  }

  function toggle() {
    if (video.paused) video.play().catch(() => {});
    else video.pause();
  }

  function speed(by) {
    const here = SPEEDS.indexOf(video.playbackRate);
    video.playbackRate = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, (here < 0 ? 2 : here) + by))];
    player.querySelector("[data-speed]").textContent = video.playbackRate === 1 ? "" : `${video.playbackRate} ×`;
  }

  function key(event) {
    const inside = player.contains(event.target);
    const back = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (event.key === " " && !event.target.closest?.("a, button, summary, label, input")) return toggle;
    if (event.key === "<") return () => speed(-1);
    if (event.key === ">") return () => speed(1);
    if (back !== 0 && event.shiftKey) return () => seek(video.currentTime + back);
    if (back !== 0 && inside) {
      return () => {
        video.pause();
        // Into the middle of the frame, so that rounding shows no other.
        seek((Math.floor(video.currentTime / step + 1e-3) + back + 0.5) * step);
      };
    }
    return null;
  }

  addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
      if (!player.isConnected) return;
      const act = key(event);
      if (!act) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    },
    { capture: true },
  );
  player.addEventListener("click", (event) => {
    const frame = event.target.closest("[data-seek]");
    if (!frame) return;
    video.pause();
    seek(Number(frame.dataset.seek) / 1000 + 0.001);
    video.scrollIntoView({ block: "nearest" });
  });
  for (const name of ["timeupdate", "seeked", "loadedmetadata"]) video.addEventListener(name, at);
  for (const name of ["play", "pause", "ended", "timeupdate"]) video.addEventListener(name, count);
  video.addEventListener("error", () => {
    player.querySelector("[data-unplayable]").hidden = false;
  });

  // How long it was played, and how much of it was seen, once or more often.
  player.watched = () => {
    count();
    let seen = 0;
    for (let i = 0; i < video.played.length; i++) seen += video.played.end(i) - video.played.start(i);
    return { seconds, share: video.duration > 0 ? Math.min(1, seen / video.duration) : 0 };
  };
}

document.querySelectorAll("[data-player]").forEach(start);
