import { language } from "../design/language.js";
import { forgetSession, openSession, storedSession } from "../design/session.js";
import { Refused, call, follow, pause, poll } from "./api.js";
import { Walk } from "./walk.js";

const STORE = "main";
const RENEW_BEFORE_MILLIS = 90_000;
const MAX_EVENTS = 60;
/** The time between two polls at least. */
const POLL_MILLIS = 400;

/**
 * What the demonstration knows: the session, the shopper's profile, chat and list, the store's plan and the feed. The
 * parts of the page show it; it says "change" after every change.
 */
export class Shop extends EventTarget {
  session = null;
  profile = { name: "", allergies: [], diet: null };
  plan = null;
  /** The rounds of the chat, oldest first; the last one is the current. */
  rounds = [];
  barcodes = null;
  /** The states of coupons by rec_id: issued, redeemed or dismissed. */
  coupons = new Map();
  feed = [];
  /** The numbers of the signages whose circle the shopper is in, as the server says. */
  near = new Set();
  online = true;
  failure = null;
  paid = false;
  tab = "ask";
  walk = new Walk(this);

  #streams = new AbortController();
  #asking = false;
  #seen = new Set();
  #patches = Promise.resolve();
  #waiting = 0;

  get round() {
    return this.rounds.at(-1) ?? null;
  }

  get busy() {
    const { round } = this;
    return this.#asking || (round !== null && round.status === "in_progress" && round.todos === null);
  }

  /** The lines of the list that are to be bought. */
  get lines() {
    return this.round?.todos?.items ?? [];
  }

  get open() {
    return this.lines.filter((line) => (line.state ?? "open") === "open");
  }

  changed() {
    this.dispatchEvent(new Event("change"));
  }

  async start() {
    await this.#attempt(async () => {
      this.session = storedSession();
      if (this.session === null || !(await this.#recall())) {
        this.session = await openSession();
      }
      this.#renewInTime();
      this.#followFeed();
      this.plan = await this.#call("GET", `v1/store/${STORE}/plan`);
      this.walk.enter(this.plan);
    });
  }

  /** Whether the stored session still opens its profile, which is then known. */
  async #recall() {
    try {
      const { data } = await this.#call("GET", `v1/profile/${this.session.profile_id}`);
      this.profile = { name: data.name ?? "", allergies: data.allergies ?? [], diet: data.diet ?? null };
      return true;
    } catch (failure) {
      if (failure instanceof Refused) {
        return false;
      }
      throw failure;
    }
  }

  /** A new shopper: nothing of the old one is kept. */
  restart() {
    forgetSession();
    location.reload();
  }

  async saveProfile(change) {
    this.profile = { ...this.profile, ...change };
    this.changed();
    await this.#attempt(() => this.#call("PUT", `v1/profile/${this.session.profile_id}`, this.profile));
  }

  async ask(prompt) {
    const text = prompt.trim();
    if (text === "" || this.busy || this.session === null) {
      return;
    }
    this.#asking = true;
    this.changed();
    await this.#attempt(async () => {
      await this.#call("PUT", `v1/profile/${this.session.profile_id}`, { ...this.profile, locale: language() });
      const chat = this.round?.chat_id;
      const kickoff = await this.#call("POST", `${this.#chats()}/recommend`, {
        prompt: text,
        ...(chat === undefined ? {} : { chat_id: chat }),
      });
      const round = await this.#call("GET", this.#path(kickoff));
      this.#keep({ ...round, chat_id: kickoff.chat_id });
      this.paid = false;
      this.barcodes = null;
      this.walk.renew();
      this.#followRound(kickoff);
    });
    this.#asking = false;
    this.changed();
  }

  /** Sets the state or the quantity of a product on the list. */
  async changeLine(id, change) {
    for (const line of this.lines.filter((line) => line.product.id === id)) {
      Object.assign(line, change);
    }
    this.changed();
    await this.#patch({ items: [{ item_id: id, ...change }] });
  }

  async add(offer) {
    const known = this.lines.some((line) => line.product.id === offer.product.id);
    await this.#patch(
      known
        ? { items: [{ item_id: offer.product.id, state: "open" }] }
        : { add: [{ item_id: offer.product.id, quantity: 1 }] },
    );
    await this.#trigger("recommend", { rec_id: offer.rec_id, action: "tap" });
  }

  /** Reports an offer once, when it is shown. */
  async seen(offer) {
    const key = `${this.round.round_id}/${offer.rec_id}`;
    if (!this.#seen.has(key)) {
      this.#seen.add(key);
      await this.#trigger("recommend", { rec_id: offer.rec_id, action: "impression" });
    }
  }

  async coupon(offer, kind) {
    this.coupons.set(offer.rec_id, kind);
    this.changed();
    await this.#trigger("coupon", { rec_id: offer.rec_id, kind });
  }

  async showBarcodes() {
    await this.#attempt(async () => {
      this.barcodes = await this.#call("GET", `${this.#path(this.round)}/barcodes`);
    });
  }

  /** Pays: the coupons that the shopper holds are redeemed. */
  async pay() {
    const held = this.round.notifications.coupon.filter((offer) => this.coupons.get(offer.rec_id) === "issued");
    for (const offer of held) {
      await this.coupon(offer, "redeemed");
    }
    this.paid = true;
    this.walk.pause();
    this.changed();
  }

  /** A measured position; the server decides which circles it is in. */
  async moved({ x, y, accuracy }) {
    const { round } = this;
    if (round === null || round.todos === null) {
      return;
    }
    try {
      const { entered, left } = await this.#call("POST", `${this.#chats()}/trigger/position`, {
        chat_id: round.chat_id,
        round_id: round.round_id,
        x,
        y,
        accuracy,
        forgotten: "open",
      });
      entered.forEach((number) => this.near.add(number));
      left.forEach((number) => this.near.delete(number));
      this.#link(true);
    } catch (failure) {
      // The next position makes up for one that is lost.
      this.#link(failure instanceof Refused);
    }
    this.changed();
  }

  /** One after the other, and only the last answer counts: an earlier one knows less than the page shows already. */
  #patch(change) {
    const { round } = this;
    this.#waiting += 1;
    this.#patches = this.#patches.then(() =>
      this.#attempt(async () => {
        try {
          const answer = await this.#call("PATCH", `${this.#path(round)}/todos`, change);
          if (this.#waiting === 1) {
            this.#keep({ ...answer, chat_id: round.chat_id });
          }
        } finally {
          this.#waiting -= 1;
        }
      }),
    );
    return this.#patches;
  }

  async #trigger(what, body) {
    const { chat_id, round_id } = this.round;
    await this.#attempt(() => this.#call("POST", `${this.#chats()}/trigger/${what}`, { chat_id, round_id, ...body }));
  }

  #keep(round) {
    const index = this.rounds.findIndex((known) => known.round_id === round.round_id);
    this.rounds = index < 0 ? [...this.rounds, round] : this.rounds.with(index, round);
    this.changed();
  }

  /** Long polls: each answer comes as soon as a step is done. */
  async #followRound(kickoff) {
    let tag = "";
    while (!this.#streams.signal.aborted) {
      const earliest = pause(POLL_MILLIS);
      try {
        const since = tag === "" ? "" : `&since=${encodeURIComponent(tag)}`;
        const { data, etag } = await poll(this.session.token, `${this.#path(kickoff)}?wait=20${since}`);
        this.#link(true);
        tag = etag ?? tag;
        if (data !== null) {
          this.#keep({ ...data, chat_id: kickoff.chat_id });
          if (data.status !== "in_progress") {
            return;
          }
        }
      } catch (failure) {
        if (failure instanceof Refused) {
          this.#fail(failure);
          return;
        }
        this.#link(false);
      }
      await earliest;
    }
  }

  #followFeed() {
    follow(
      this.session.feed,
      () => this.session.token,
      ({ data }) => {
        this.feed = [data, ...this.feed].slice(0, MAX_EVENTS);
        this.changed();
      },
      (connected) => this.#link(connected),
      this.#streams.signal,
    ).catch((failure) => this.#fail(failure));
  }

  #renewInTime() {
    const left = Date.parse(this.session.expires_at) - Date.now() - RENEW_BEFORE_MILLIS;
    setTimeout(
      async () => {
        await this.#attempt(async () => {
          const renewed = await openSession(this.session);
          if (renewed.profile_id !== this.session.profile_id) {
            // The old shopper is gone, and with it all that the page shows.
            location.reload();
          }
          this.session = renewed;
        });
        this.#renewInTime();
      },
      Math.max(left, 10_000),
    );
  }

  #chats() {
    return `v1/chat/${this.session.profile_id}`;
  }

  #path({ chat_id, round_id }) {
    return `${this.#chats()}/recommend/${chat_id}/${round_id}`;
  }

  #call(method, path, body) {
    return call(this.session.token, method, path, body);
  }

  async #attempt(action) {
    try {
      await action();
      this.failure = null;
      this.online = true;
    } catch (failure) {
      this.#fail(failure);
    }
    this.changed();
  }

  #fail(failure) {
    if (failure instanceof Refused && (failure.status === 401 || failure.code === "NOT_FOUND")) {
      // The token has expired while the tab slept, or the profile is gone.
      forgetSession();
    }
    this.failure = failure instanceof Refused ? failure.code : null;
    this.online = failure instanceof Refused;
    this.changed();
  }

  #link(connected) {
    if (this.online !== connected) {
      this.online = connected;
      this.changed();
    }
  }
}
