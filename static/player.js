// The players that stand in a page; their keys are there before those of the page.
import { typing } from "./ui/keys.js";
import { Player } from "./ui/player.js";

for (const element of document.querySelectorAll("[data-player]")) {
  const player = new Player(element);
  addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (!element.isConnected || document.querySelector("dialog[open]")) return;
      const act = player.key(event);
      if (!act) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    },
    { capture: true },
  );
}
