// Builds what is on the screen.

import { drawing, element, optional, picture, text } from "./elements.js";
import { percentIn, priceIn, textIn, word } from "./words.js";
import { wayLine } from "./way.js";

const SLIDE_TIME = 8_000;
const PRODUCTS_ON_A_SLIDE = 3;
const TONES = ["leaf", "plum", "clay", "sea"];

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
  return element("article", `slide news tone-${tone}`, {}, [
    element("div", "news-picture", {}, [picture(slide.picture, null, "")]),
    words("news-words", [
      text("p", "eyebrow", word("news", language)),
      text("h1", "name", textIn(slide.title, language)),
      lesser(optional("p", "copy", textIn(slide.body, language)), 1),
    ]),
  ]);
}

function productsSlide(products, language) {
  return element("article", "slide picks", {}, [
    text("h1", "picks-title", word("picks", language)),
    element(
      "div",
      `picks-row has-${products.length}`,
      {},
      products.map((product) =>
        element("div", "pick", {}, [
          element("div", "pick-picture", {}, [pictureOf(product, language), discount(product, language)]),
          words("pick-words", [
            lesser(optional("p", "brand", product.brand), 1),
            text("h2", "name", textIn(product.name, language)),
            facts(prices(product, language), lesser(wayLine(product.way, language), 2)),
          ]),
        ]),
      ),
    ),
  ]);
}

function card(product, language) {
  return element("section", "card", { lang: language }, [
    element("div", "card-picture", {}, [pictureOf(product, language), discount(product, language)]),
    words("card-words", [
      text("p", "eyebrow", word(product.discount_pct === null ? "forYou" : "today", language)),
      lesser(optional("p", "brand", product.brand), 2),
      text("h1", "name", textIn(product.name, language)),
      lesser(optional("p", "copy", textIn(product.copy, language)), 1),
      facts(prices(product, language), wayLine(product.way, language)),
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
    words("part-words", [
      text("p", "eyebrow", word("forgotten", language)),
      text("h2", "name", textIn(product.name, language)),
      lesser(text("p", "copy", word("forgottenMore", language)), 1),
      facts(lesser(prices(product, language), 2), wayLine(product.way, language)),
    ]),
  ]);
}

function offer(product, language) {
  return element("article", "part offer", { "data-part": "offer" }, [
    element("div", "part-picture", {}, [pictureOf(product, language), discount(product, language)]),
    words("part-words", [
      lesser(text("p", "eyebrow", word("forYou", language)), 3),
      lesser(optional("p", "brand", product.brand), 2),
      text("h2", "name", textIn(product.name, language)),
      lesser(optional("p", "copy", textIn(product.copy, language)), 1),
      facts(prices(product, language), wayLine(product.way, language)),
    ]),
  ]);
}

function event(message, language) {
  return element("article", "part event", { "data-part": "event" }, [
    element("div", "part-picture", {}, [picture(message.picture, null, "")]),
    words("part-words", [
      text("p", "eyebrow", word("event", language)),
      text("h2", "name", textIn(message.title, language)),
      lesser(optional("p", "copy", textIn(message.body, language)), 1),
    ]),
  ]);
}

/** A box of texts that are made to fit. */
function words(className, lines) {
  return element("div", `words ${className}`, { "data-fit": "" }, lines);
}

/** A line that is left out where there is no room for all; those with a lower number first. */
function lesser(line, order) {
  line?.setAttribute("data-drop", String(order));
  return line;
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

/** What the shopper has to know: what it costs and where it is. */
function facts(...lines) {
  return lines.every((line) => line === null) ? null : element("div", "facts", {}, lines);
}

/** The price, and what it was before the discount. */
function prices(product, language) {
  const before = priceIn(product.price, product.price_unit, language);
  const after = priceIn(product.sale_price, product.price_unit, language);
  if (before === null) {
    return null;
  }
  if (after === null) {
    return element("p", "prices", {}, [amount("span", "price", before)]);
  }
  return element("p", "prices", {}, [
    text("span", "unseen", word("before", language)),
    amount("del", "price-before", before),
    text("span", "unseen", word("now", language)),
    amount("ins", "price", after),
  ]);
}

function amount(tag, className, parts) {
  return element(tag, className, {}, [
    optional("span", "price-unit", parts.before),
    text("span", "price-amount", parts.amount),
    optional("span", "price-unit", parts.after),
  ]);
}

function pictureOf(product, language) {
  return picture(product.picture, product.section, textIn(product.name, language));
}

function inGroups(products) {
  const groups = [];
  for (let i = 0; i < products.length; i += PRODUCTS_ON_A_SLIDE) {
    groups.push(products.slice(i, i + PRODUCTS_ON_A_SLIDE));
  }
  return groups;
}
