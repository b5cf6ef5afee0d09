/* How the shopper moves. Positions are measured as ultra-wideband would: with noise, several times a second. */

/** The error of a measurement on each axis, in metres; the gateway's geofence allows for 0.3. */
const NOISE = 0.25;
/** The gateway takes at most five a second. */
const REPORT_MILLIS = 280;
/** Faster than people walk, so that a demonstration stays short. Metres per second. */
const SPEED = 4;
const REACH = 0.7;
const PICK_MILLIS = 450;
/** Long enough to look at a screen that has just changed. */
const LOOK_MILLIS = 2_500;

export class Walk {
  /** Where the shopper is, in metres from the lower left corner. */
  at = { x: 1, y: 1 };
  /** Where the shopper was measured to be. */
  measured = null;
  trail = [];
  walking = false;

  #shop;
  #plan = null;
  #lastReport = 0;
  #lastFrame = 0;
  #waitUntil = 0;
  #till;
  #seen = new Set();
  #later = null;

  constructor(shop) {
    this.#shop = shop;
  }

  enter(plan) {
    this.#plan = plan;
    this.at = { x: plan.width * 0.02, y: plan.height * 0.03 };
    const checkout = plan.sections.find((section) => section.section_code === "CK")?.location;
    this.#till = checkout ?? { x: plan.width / 2, y: plan.height * 0.05 };
  }

  get till() {
    return this.#till;
  }

  /** Whether the shopper has left the entrance. */
  get begun() {
    return this.trail.length > 0;
  }

  /** A new list: the shopper passes all screens once more. */
  renew() {
    this.#seen.clear();
  }

  /** What is still to be visited: the open lines in walking order, screens where they are on the way, and the till. */
  stops() {
    if (this.#till === undefined || this.#shop.lines.length === 0) {
      return [];
    }
    const shelves = this.#shop.open.filter((line) => line.product.location);
    const stops = [...shelves.map(({ product }) => ({ ...product.location, id: product.id })), { ...this.#till }];
    for (const { signage_no: number, location } of this.#plan.signages) {
      if (location && !this.#seen.has(number)) {
        stops.splice(this.#leastDetour(location, stops), 0, { ...location, signage: number });
      }
    }
    return stops;
  }

  #leastDetour(place, stops) {
    const detours = stops.map((stop, index) => {
      const before = index === 0 ? this.at : stops[index - 1];
      return distance(before, place) + distance(place, stop) - distance(before, stop);
    });
    return detours.indexOf(Math.min(...detours));
  }

  /** Moves to a place at once, as a hand does that drags the shopper. */
  move(x, y) {
    this.at = { x: clamp(x, 0, this.#plan.width), y: clamp(y, 0, this.#plan.height) };
    this.#report(performance.now());
    this.#shop.changed();
  }

  start() {
    if (!this.walking) {
      this.walking = true;
      this.#lastFrame = performance.now();
      requestAnimationFrame((now) => this.#step(now));
      this.#shop.changed();
    }
  }

  pause() {
    this.walking = false;
    this.#shop.changed();
  }

  #step(now) {
    if (!this.walking) {
      return;
    }
    // A tab in the background gets no frames: it goes on where it was.
    const seconds = Math.min(now - this.#lastFrame, 100) / 1_000;
    this.#lastFrame = now;
    const stop = this.stops()[0];
    if (stop === undefined) {
      this.pause();
      return;
    }
    const away = distance(this.at, stop);
    if (away > REACH) {
      if (now >= this.#waitUntil) {
        const part = Math.min(1, (SPEED * seconds) / away);
        this.at = { x: this.at.x + (stop.x - this.at.x) * part, y: this.at.y + (stop.y - this.at.y) * part };
        this.#report(now);
      }
    } else if (stop.signage !== undefined) {
      this.#seen.add(stop.signage);
      this.#waitUntil = now + LOOK_MILLIS;
    } else if (stop.id !== undefined) {
      this.#waitUntil = now + PICK_MILLIS;
      this.#shop.changeLine(stop.id, { state: "picked" });
    } else {
      this.pause();
      this.#shop.arrived?.();
    }
    this.#shop.changed();
    requestAnimationFrame((next) => this.#step(next));
  }

  #report(now) {
    const early = REPORT_MILLIS - (now - this.#lastReport);
    if (early > 0) {
      // Where the shopper comes to rest is reported, too.
      this.#later ??= setTimeout(() => {
        this.#later = null;
        this.#report(performance.now());
      }, early);
      return;
    }
    this.#lastReport = now;
    this.measured = {
      x: clamp(this.at.x + noise(), 0, this.#plan.width),
      y: clamp(this.at.y + noise(), 0, this.#plan.height),
      accuracy: NOISE,
    };
    this.trail = [...this.trail, this.measured].slice(-24);
    this.#shop.moved(this.measured);
  }
}

function distance(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function noise() {
  return (Math.random() * 2 - 1) * NOISE;
}

function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}
