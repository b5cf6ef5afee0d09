import { html, nothing, svg } from "lit";
import { icon } from "../design/icons.js";
import { ShopPart } from "./part.js";
import { t } from "./words.js";
import { ems, isLabelWithin, zone, zoneLabel, zones } from "./zones.js";

const STEP = 0.5;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
/** On a plan that is turned, up and down go along the store. */
const TURNED_ARROWS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
/** Narrower, in rem, the plan is turned by a quarter, since stores are wider than deep. */
const TURN_BELOW = 27;
/** The size of texts on the plan at least, in rem, and of those in marks before marks grow, in tenths of metres. */
const READABLE = 0.68;
const MARK_TEXT = 8;
const MARGIN = 10;
/** Where the name of a screen begins, seen from its place. */
const NAME_BESIDE = 9;
/** Where its middle is, below the place or above. */
const NAME_BELOW = 15;

/** The floor plan: sections, screens with their circles, the shelves on the list, the way, and the shopper. */
class OsPlan extends ShopPart {
  static properties = { width: { state: true } };

  #size = new ResizeObserver(([{ contentRect }]) => (this.width = contentRect.width));

  constructor() {
    super();
    this.width = 0;
  }

  firstUpdated() {
    this.#size.observe(this);
  }

  render() {
    const { plan, walk, near } = this.shop;
    return html`
      <h2 class="part-title">
        ${icon("map")}${t("store")}
        ${[...near].map((number) => html`<span class="os-chip is-accent">${t("nearScreen", { number })}</span>`)}
        ${near.size === 0 ? html`<span class="hint">${t("drag")}</span>` : nothing}
        ${this.shop.lines.length === 0 || this.shop.paid
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

  get #turned() {
    return this.width > 0 && this.width < TURN_BELOW * rem();
  }

  /** Drawn in tenths of metres, since fonts below a pixel are not reliable; y grows upwards in the store. */
  #floor(plan) {
    const length = plan.width * 10;
    const depth = plan.height * 10;
    const [width, height] = this.#turned ? [depth, length] : [length, depth];
    const place = this.#turned ? ({ x, y }) => [y * 10, x * 10] : ({ x, y }) => [x * 10, depth - y * 10];
    const smallest = (READABLE * rem() * (width + 2 * MARGIN)) / Math.max(this.width, 1);
    const sections = zones(plan.sections);
    const signages = plan.signages.filter((signage) => signage.location);
    const marks = { place, grown: Math.max(1, smallest / MARK_TEXT), edge: width };
    const isTaken = (box) => sections.some((section) => isLabelWithin(section, place, smallest, box));
    return html`<svg
      class="floor ${this.#turned ? "is-turned" : ""}"
      viewBox="${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}"
      role="group"
      aria-label=${t("plan")}
      @pointerdown=${this.#grab}
      @pointermove=${this.#drag}
      @pointerup=${this.#drop}
      @pointercancel=${this.#drop}
    >
      <clipPath id="floor-ground"><rect x="-4" y="-4" width=${width + 8} height=${height + 8} rx="10"></rect></clipPath>
      <rect class="ground" x="-4" y="-4" width=${width + 8} height=${height + 8} rx="10"></rect>
      ${sections.map((section) => zone(section, place))}
      <g clip-path="url(#floor-ground)">${signages.map((signage) => this.#reach(signage, place))}</g>
      ${this.#way(place)}
      ${sections.map((section) => zoneLabel(section, place, smallest))}
      ${signages.map((signage) => this.#signage(signage, marks, isTaken))}
      ${this.#shelves(marks)} ${this.#till(marks, height)} ${this.#shopper(marks)}
    </svg>`;
  }

  #near(number) {
    return this.shop.near.has(number) ? "is-near" : "";
  }

  #reach({ signage_no: number, location }, place) {
    const [x, y] = place(location);
    return svg`<circle class="reach ${this.#near(number)}" cx=${x} cy=${y} r=${location.radius * 10}></circle>`;
  }

  /** Its name is beside its place, so that it can be read when the shopper stands there, and not on a section's name. */
  #signage({ signage_no: number, location }, { place, grown, edge }, isTaken) {
    const [x, y] = place(location);
    const name = t("screen", { number });
    const wide = ems(name) * MARK_TEXT + 10;
    const centred = Math.max(-wide / 2, -x / grown);
    const spots = [
      [NAME_BESIDE, 0],
      [-NAME_BESIDE - wide, 0],
      [centred, NAME_BELOW],
      [centred, -NAME_BELOW],
    ].map(([left, middle]) => ({
      left,
      middle,
      box: [x + left * grown, y + (middle - 7) * grown, x + (left + wide) * grown, y + (middle + 7) * grown],
    }));
    const within = spots.filter(({ box: [from, top, to] }) => from >= 0 && top >= 0 && to <= edge);
    const { left, middle } = within.find(({ box }) => !isTaken(box)) ?? within[0] ?? spots[0];
    return svg`<g class="signage ${this.#near(number)}" transform="translate(${x} ${y}) scale(${grown})">
      <circle class="panel" r="3"></circle>
      <rect x=${left} y=${middle - 7} width=${wide} height="14" rx="3.5"></rect>
      <text x=${left + wide / 2} y=${middle + 2.9}>${name}</text>
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

  #shelves({ place, grown }) {
    const shelves = this.shop.lines.filter((line) => line.product.location && line.state !== "removed");
    return shelves.map((line, index) => {
      const [x, y] = place(line.product.location);
      const open = (line.state ?? "open") === "open";
      return svg`<g class="shelf ${open ? "" : "is-picked"}" transform="translate(${x} ${y}) scale(${grown})">
        <circle r="6.5"></circle>
        ${open ? svg`<text y="2.9">${index + 1}</text>` : svg`<path d="m-2.8 0 2 2.2 3.8-4.2"></path>`}
        <title>${line.product.name}</title>
      </g>`;
    });
  }

  /** Below the place where shoppers pay, so that they do not stand on its name. */
  #till({ place, grown }, height) {
    const { till } = this.shop.walk;
    if (till === undefined) {
      return nothing;
    }
    const [x, y] = place(till);
    const half = (ems(t("tillHere")) * MARK_TEXT) / 2 + 6;
    return svg`<g class="till" transform="translate(${x} ${Math.min(y + 15 * grown, height - 4)}) scale(${grown})">
      <rect x=${-half} y="-7" width=${2 * half} height="14" rx="7"></rect>
      <text y="2.9">${t("tillHere")}</text>
    </g>`;
  }

  #shopper({ place, grown }) {
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
        transform="translate(${x} ${y}) scale(${grown})"
        @keydown=${this.#key}
      >
        <circle class="halo" r="14"></circle>
        <circle class="body" r="7.5"></circle>
        <circle class="head" cy="-1.6" r="2.1"></circle>
        <path class="head" d="M-3.6 4.2a3.6 3.6 0 0 1 7.2 0z"></path>
      </g>`;
  }

  #position(event) {
    const floor = event.currentTarget;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(floor.getScreenCTM().inverse());
    return this.#turned ? [point.y / 10, point.x / 10] : [point.x / 10, this.shop.plan.height - point.y / 10];
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
    const direction = (this.#turned ? TURNED_ARROWS : ARROWS)[event.key];
    if (direction !== undefined) {
      event.preventDefault();
      const { walk } = this.shop;
      walk.pause();
      walk.move(walk.at.x + direction[0] * STEP, walk.at.y + direction[1] * STEP);
    }
  }
}

function rem() {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

customElements.define("os-plan", OsPlan);
