// What every page needs beyond HTML. Each part listens on the document, so swapped fragments need no set-up.
import "./ui/dialogs.js";
import "./ui/confirm.js";
import "./ui/toasts.js";
import "./ui/theme-choice.js";
import "./ui/keys.js";
import "./ui/scroll.js";
import "./ui/small.js";
import "./ui/pressed.js";
import "./ui/submitter.js";
