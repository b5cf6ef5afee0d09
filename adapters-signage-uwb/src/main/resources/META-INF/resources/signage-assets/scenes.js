// Builds what is on the screen. Texts of others become text nodes and never markup.

import { percentIn, priceIn, textIn, word } from "./words.js";

const SLIDE_TIME = 8_000;
const PRODUCTS_ON_A_SLIDE = 3;
const TONES = ["leaf", "plum", "clay", "sea"];
const SECTIONS = [
  "PR", "DL", "BK", "SW", "SN", "AL", "DY", "DR", "PA", "MT", "FI", "FR", "EC", "HH", "CK",
];
/** The address of the gateway itself, below which its own pictures lie. */
const ROOT = new URL("../", import.meta.url);

/** @returns {{element: HTMLElement, end: () => void}} */
export function idleScene(idle, language) {
  if (idle.slides.length > 0) {
    return slideShow(idle.slides.map((slide, i) => newsSlide(slide, TONES[i % TONES.length], language)), language);
  }
  if (idle.products.length > 0) {
    return slideShow(inGroups(idle.products).map((group) => productsSlide(group, language)), language);
  }
  return still(
    element("section", "welcome", { lang: language }, [
      drawing("basket", "welcome-drawing"),
      text("h1", "welcome-title", word("welcome", language)),
      text("p", "welcome-more", word("welcomeMore", language)),
    ]),
  );
}

/** @returns {{element: HTMLElement, end: () => void}} */
export function entryScene(entry, language) {
  return still("card" in entry ? card(entry.card, language) : sections(entry, language));
}

function still(scene) {
  return { element: scene, end: () => {} };
}

/** Slides that fade into each other; one alone stays. */
function slideShow(slides, language) {
  const bars = slides.map(() => element("span", "bar"));
  const show = element("section", "slides", { lang: language }, [
    ...slides,
    slides.length > 1 ? element("div", "bars", { "aria-hidden": "true" }, bars) : null,
  ]);
  let current = -1;
  const turn = () => {
    const next = (current + 1) % slides.length;
    slides.forEach((slide, i) => {
      slide.classList.toggle("is-on", i === next);
      slide.classList.toggle("was-on", i === current);
      slide.setAttribute("aria-hidden", String(i !== next));
      bars[i].classList.toggle("is-on", i === next);
    });
    current = next;
  };
  turn();
  const timer = slides.length > 1 ? setInterval(turn, SLIDE_TIME) : 0;
  return { element: show, end: () => clearInterval(timer) };
}

function newsSlide(slide, tone, language) {
  const title = textIn(slide.title, language);
  return element("article", `slide news tone-${tone}`, {}, [
    element("div", "news-picture", {}, [picture(slide.picture, null, "")]),
    element("div", "news-words", {}, [
      text("p", "eyebrow", word("news", language)),
      sized("h1", "news-title", title),
      text("p", "news-body", textIn(slide.body, language)),
    ]),
  ]);
}

function productsSlide(products, language) {
  return element("article", "slide picks", {}, [
    text("h1", "picks-title", word("picks", language)),
    element(
      "div",
      "picks-row",
      {},
      products.map((product) =>
        element("div", "pick", {}, [
          element("div", "pick-picture", {}, [pictureOf(product, language)]),
          element("div", "pick-words", {}, [
            optional("p", "brand", product.brand),
            sized("h2", "pick-name", textIn(product.name, language)),
            price(product, language),
          ]),
        ]),
      ),
    ),
  ]);
}

function card(product, language) {
  return element("section", "card", { lang: language }, [
    element("div", "card-picture", {}, [pictureOf(product, language), discount(product, language)]),
    element("div", "card-words", {}, [
      text("p", "eyebrow", word(product.discount_pct === null ? "forYou" : "today", language)),
      optional("p", "brand", product.brand),
      sized("h1", "card-name", textIn(product.name, language)),
      optional("p", "card-copy", textIn(product.copy, language)),
      price(product, language),
    ]),
  ]);
}

function sections(entry, language) {
  const parts = [
    entry.forgotten === null ? null : forgotten(entry.forgotten, language),
    entry.offer === null ? null : offer(entry.offer, language),
    entry.event === null ? null : event(entry.event, language),
  ].filter((part) => part !== null);
  return element("section", `sections has-${parts.length}`, { lang: language }, parts);
}

function forgotten(product, language) {
  return element("article", "part forgotten", { "data-part": "forgotten" }, [
    element("div", "part-picture", {}, [pictureOf(product, language)]),
    element("div", "part-words", {}, [
      text("p", "eyebrow", word("forgotten", language)),
      sized("h2", "part-name", textIn(product.name, language)),
      text("p", "part-more", word("forgottenMore", language)),
      price(product, language),
    ]),
  ]);
}

function offer(product, language) {
  return element("article", "part offer", { "data-part": "offer" }, [
    element("div", "part-picture", {}, [pictureOf(product, language), discount(product, language)]),
    element("div", "part-words", {}, [
      text("p", "eyebrow", word("forYou", language)),
      optional("p", "brand", product.brand),
      sized("h2", "part-name", textIn(product.name, language)),
      optional("p", "part-more", textIn(product.copy, language)),
      price(product, language),
    ]),
  ]);
}

function event(message, language) {
  return element("article", "part event", { "data-part": "event" }, [
    element("div", "part-picture", {}, [picture(message.picture, null, "")]),
    element("div", "part-words", {}, [
      text("p", "eyebrow", word("event", language)),
      sized("h2", "part-name", textIn(message.title, language)),
      text("p", "part-more", textIn(message.body, language)),
    ]),
  ]);
}

function discount(product, language) {
  if (product.discount_pct === null) {
    return null;
  }
  const percent = percentIn(product.discount_pct, language);
  return element("p", "discount", {}, [
    text("span", percent.length > 3 ? "discount-percent is-wide" : "discount-percent", percent),
    text("span", "discount-word", word("off", language)),
  ]);
}

function price(product, language) {
  const parts = priceIn(product.price, product.price_unit, language);
  if (parts === null) {
    return null;
  }
  return element("p", "price", {}, [
    optional("span", "price-unit", parts.before),
    text("span", "price-amount", parts.amount),
    optional("span", "price-unit", parts.after),
  ]);
}

function pictureOf(product, language) {
  return picture(product.picture, product.section, textIn(product.name, language));
}

/** The picture, or a drawing of ours where there is none or it does not load. */
function picture(address, section, description) {
  const drawn = SECTIONS.includes(section) ? section : "basket";
  if (address === null) {
    return drawing(drawn, "drawing", description);
  }
  const image = element("img", "picture", { alt: description });
  image.addEventListener("error", () => image.replaceWith(drawing(drawn, "drawing", description)), { once: true });
  image.src = new URL(address.startsWith("/") ? `.${address}` : address, ROOT).href;
  return image;
}

function drawing(name, className, description = "") {
  return element("img", className, { alt: description, src: new URL(`drawings/${name}.svg`, import.meta.url).href });
}

function inGroups(products) {
  const groups = [];
  for (let i = 0; i < products.length; i += PRODUCTS_ON_A_SLIDE) {
    groups.push(products.slice(i, i + PRODUCTS_ON_A_SLIDE));
  }
  return groups;
}

/** A heading whose letters get smaller as it gets longer. */
function sized(tag, className, words) {
  const heading = text(tag, className, words);
  heading.dataset.length = lengthOf(words);
  return heading;
}

function lengthOf(words) {
  let width = 0;
  for (const letter of words) {
    width += letter.codePointAt(0) < 0x1100 ? 0.55 : 1;
  }
  return width <= 7 ? "short" : width <= 13 ? "medium" : width <= 24 ? "long" : "endless";
}

function optional(tag, className, words) {
  return words ? text(tag, className, words) : null;
}

function text(tag, className, words) {
  const node = element(tag, className);
  node.textContent = words;
  return node;
}

function element(tag, className, attributes = {}, children = []) {
  const node = document.createElement(tag);
  node.className = className;
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}
