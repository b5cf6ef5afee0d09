import { html, nothing, svg } from "lit";
import { icon } from "../design/icons.js";
import { local } from "../design/language.js";
import { ShopPart } from "./part.js";
import { t } from "./words.js";

const STEP = 0.5;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** The floor plan: sections, screens with their circles, the shelves on the list, the way, and the shopper. */
class OsPlan extends ShopPart {
  render() {
    const { plan, walk, near } = this.shop;
    return html`
      <h2 class="part-title">
        ${icon("map")}${t("store")}
        ${[...near].map((number) => html`<span class="os-chip is-accent">${t("nearScreen", { number })}</span>`)}
        <span class="hint">${t("drag")}</span>
        ${this.shop.lines.length === 0
          ? nothing
          : html`<button
              type="button"
              class="os-button is-small is-outline"
              @click=${() => (walk.walking ? walk.pause() : walk.start())}
            >
              ${icon(walk.walking ? "pause" : "walk")}${t(walk.walking ? "doPause" : "doWalk")}
            </button>`}
      </h2>
      ${plan === null ? html`<div class="os-skeleton floor"></div>` : this.#floor(plan)}
    `;
  }

  /** Drawn in tenths of metres, since fonts below a pixel are not reliable; y grows upwards in the store. */
  #floor(plan) {
    const width = plan.width * 10;
    const height = plan.height * 10;
    const place = ({ x, y }) => [x * 10, height - y * 10];
    return html`<svg
      class="floor"
      viewBox="-6 -6 ${width + 12} ${height + 20}"
      role="group"
      aria-label=${t("plan")}
      @pointerdown=${this.#grab}
      @pointermove=${this.#drag}
      @pointerup=${this.#drop}
      @pointercancel=${this.#drop}
    >
      <rect class="ground" x="-4" y="-4" width=${width + 8} height=${height + 8} rx="10"></rect>
      ${zones(plan.sections).map((section) => zone(section, place))}
      ${plan.signages.filter((signage) => signage.location).map((signage) => this.#signage(signage, place))}
      ${this.#way(place)} ${this.#shelves(place)} ${this.#shopper(place)}
    </svg>`;
  }

  #signage({ signage_no: number, location }, place) {
    const [x, y] = place(location);
    return svg`<g class="signage ${this.shop.near.has(number) ? "is-near" : ""}">
      <circle class="reach" cx=${x} cy=${y} r=${location.radius * 10}></circle>
      <rect class="panel" x=${x - 9} y=${y - 7} width="18" height="13" rx="2.5"></rect>
      <text x=${x} y=${y + 3.4}>${number}</text>
      <title>${t("screen", { number })}</title>
    </g>`;
  }

  #way(place) {
    const { walk } = this.shop;
    const stops = walk.stops();
    if (stops.length === 0) {
      return nothing;
    }
    const points = [walk.at, ...stops].map((stop) => place(stop).join(" "));
    return svg`<polyline class="way" points=${points.join(", ")}></polyline>`;
  }

  #shelves(place) {
    const { till } = this.shop.walk;
    const shelves = this.shop.lines.filter((line) => line.product.location && line.state !== "removed");
    return svg`
      ${shelves.map((line, index) => {
        const [x, y] = place(line.product.location);
        const open = (line.state ?? "open") === "open";
        return svg`<g class="shelf ${open ? "" : "is-picked"}">
          <circle cx=${x} cy=${y} r="6.5"></circle>
          ${open ? svg`<text x=${x} y=${y + 2.9}>${index + 1}</text>` : svg`<path d="m${x - 2.8} ${y} 2 2.2 3.8-4.2"></path>`}
          <title>${line.product.name}</title>
        </g>`;
      })}
      ${till === undefined ? nothing : tillMark(place(till))}`;
  }

  #shopper(place) {
    const { at, measured, trail } = this.shop.walk;
    const [x, y] = place(at);
    return svg`
      ${trail.map((point) => {
        const [px, py] = place(point);
        return svg`<circle class="trail" cx=${px} cy=${py} r="1.2"></circle>`;
      })}
      ${measured === null
        ? nothing
        : svg`<circle class="measured" cx=${place(measured)[0]} cy=${place(measured)[1]} r=${measured.accuracy * 20}></circle>`}
      <g
        class="shopper"
        role="img"
        tabindex="0"
        aria-label=${t("shopper", { x: at.x.toFixed(1), y: at.y.toFixed(1) })}
        @keydown=${this.#key}
      >
        <circle class="halo" cx=${x} cy=${y} r="14"></circle>
        <circle class="body" cx=${x} cy=${y} r="7.5"></circle>
        <circle class="head" cx=${x} cy=${y - 1.6} r="2.1"></circle>
        <path class="head" d="M${x - 3.6} ${y + 4.2} a3.6 3.6 0 0 1 7.2 0z"></path>
      </g>`;
  }

  #position(event) {
    const floor = event.currentTarget;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(floor.getScreenCTM().inverse());
    return [point.x / 10, this.shop.plan.height - point.y / 10];
  }

  #grab(event) {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    this.shop.walk.pause();
    this.dragging = true;
    this.shop.walk.move(...this.#position(event));
  }

  #drag(event) {
    if (this.dragging) {
      this.shop.walk.move(...this.#position(event));
    }
  }

  #drop() {
    this.dragging = false;
  }

  #key(event) {
    const direction = ARROWS[event.key];
    if (direction !== undefined) {
      event.preventDefault();
      const { walk } = this.shop;
      walk.pause();
      walk.move(walk.at.x + direction[0] * STEP, walk.at.y + direction[1] * STEP);
    }
  }
}

/** The till is drawn as what it is. */
const CHECKOUT = "CK";
/** A square in a circle around a section, and the part of the way to the next section that one may take. */
const SQUARE = 0.7;
const SHARE = 0.45;

/** Sections as squares that do not overlap, since the plan has only circles around them. */
function zones(sections) {
  const drawn = sections.filter(({ section_code: code, location }) => location && code !== CHECKOUT);
  return drawn.map((section) => {
    const { x, y, radius } = section.location;
    const gaps = drawn
      .filter((other) => other !== section)
      .map(({ location }) => SHARE * Math.max(Math.abs(location.x - x), Math.abs(location.y - y)));
    return { ...section, half: Math.min(SQUARE * radius, ...gaps) };
  });
}

function zone({ name, location, half: metres }, place) {
  const [x, y] = place(location);
  const half = metres * 10;
  const title = local(name);
  return svg`<g class="zone">
    <rect x=${x - half} y=${y - half} width=${2 * half} height=${2 * half} rx=${Math.min(9, half / 2)}></rect>
    <text x=${x} y=${y + 3} font-size=${fitting(title, 2 * half)}>${title}</text>
  </g>`;
}

/** The size in which a title is about as wide as its section, within what can be read. */
function fitting(title, width) {
  const ems = [...title].reduce((sum, letter) => sum + (letter < "\u0250" ? 0.56 : 1), 0);
  return Math.min(8.4, Math.max(6.6, (width + 8) / ems)).toFixed(1);
}

function tillMark([x, y]) {
  return svg`<g class="till">
    <rect x=${x - 14} y=${y - 7} width="28" height="14" rx="7"></rect>
    <text x=${x} y=${y + 3}>${t("tillHere")}</text>
  </g>`;
}

customElements.define("os-plan", OsPlan);
