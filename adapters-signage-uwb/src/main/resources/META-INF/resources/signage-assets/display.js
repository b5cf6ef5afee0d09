// The page of a signage: listens to the gateway and shows what it is told.

import { languageOf } from "./words.js";
import { listen } from "./stream.js";
import { entryScene, idleScene } from "./scenes.js";
import { fitAll } from "./fit.js";
import { masthead } from "./masthead.js";

/** Milliseconds that an entry may outlast its time on a page that hears nothing any more. */
const GRACE = 5_000;
/** Milliseconds after which a scene that is covered is taken away; longer than any fade, of which some want none. */
const FADE = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 1_600;
const NOTHING_YET = { slides: [], products: [] };

const stage = document.getElementById("stage");
const address = new URL(window.location.href);
/** What is shown without a language of its own is shown in this one. */
let pageLanguage = languageOf(address.searchParams.get("lang")) ?? "ko";

let connected = false;
let latest = null;
let shown = null;
let fallback = 0;

document.documentElement.lang = pageLanguage;
if (stage.dataset.accent) {
  document.documentElement.style.setProperty("--os-accent", stage.dataset.accent);
}
const scenes = document.createElement("div");
scenes.className = "scenes";
stage.append(masthead(stage.dataset, pageLanguage), scenes);
// Fonts arrive after the texts, and screens are turned.
new ResizeObserver(() => fitAll(scenes)).observe(scenes);
document.fonts.addEventListener("loadingdone", () => fitAll(scenes));
render(null);

const stream = new URL(`${address.pathname.replace(/\/$/, "")}/stream`, address);
for (const name of ["store", "token"]) {
  const value = address.searchParams.get(name);
  if (value !== null) {
    stream.searchParams.set(name, value);
  }
}
listen(stream, {
  state(text) {
    latest = JSON.parse(text);
    render(latest.entry);
  },
  link(up) {
    connected = up;
    stage.dataset.link = up ? "up" : "down";
  },
});
// Another page of the gateway that frames this one may switch the language.
window.addEventListener("message", ({ origin, data }) => {
  const language = origin === address.origin ? languageOf(data?.language) : undefined;
  if (language && language !== pageLanguage) {
    pageLanguage = language;
    document.documentElement.lang = language;
    render(latest?.entry ?? null);
  }
});

/** Shows the entry, or what is shown without one. */
function render(entry) {
  clearTimeout(fallback);
  if (entry === null) {
    const idle = latest?.idle ?? NOTHING_YET;
    show("idle", pageLanguage + JSON.stringify(idle), () => idleScene(idle, pageLanguage));
    return;
  }
  const language = entry.language ?? pageLanguage;
  show("entry", language + JSON.stringify(entry), () => entryScene(entry, language));
  fallback = setTimeout(endUnheard, latest.timeout_ms + GRACE);
}

/** The gateway says when an entry ends. A page that does not hear it any more ends the entry by itself. */
function endUnheard() {
  if (connected) {
    fallback = setTimeout(endUnheard, GRACE);
  } else {
    render(null);
  }
}

/** Makes the scene and fades it in over the one before, unless that is the same. */
function show(state, key, makeScene) {
  if (shown !== null && shown.state === state && shown.key === key) {
    return;
  }
  const before = shown;
  const scene = makeScene();
  shown = { state, key, scene };
  stage.dataset.state = state;
  scene.element.classList.add("scene");
  scenes.append(scene.element);
  fitAll(scene.element);
  // Layout has to see the scene invisible once, or there is nothing to fade from.
  void scene.element.offsetWidth;
  scene.element.classList.add("is-shown");
  if (before !== null) {
    before.scene.end();
    before.scene.element.classList.add("is-covered");
    before.scene.element.setAttribute("aria-hidden", "true");
    setTimeout(() => before.scene.element.remove(), FADE);
  }
}
