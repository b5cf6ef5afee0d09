import { Refused } from "../design/answer.js";
import { language } from "../design/language.js";
import { forgetSession } from "../design/session.js";
import { ListChanges } from "./changes.js";
import { Connection } from "./connection.js";
import { Coupons } from "./coupons.js";
import { followFeed } from "./follow-feed.js";
import { followRound } from "./follow-round.js";
import { Walk } from "./walk.js";

const STORE = "main";
const MAX_EVENTS = 60;
/** The time until the next attempt to begin while the gateway does not answer. */
const RETRY_MILLIS = 2_000;

/**
 * What the demonstration knows: the shopper's profile, chat and list, the store's plan and the feed. The parts of the page
 * show it; it says "change" after every change.
 */
export class Shop extends EventTarget {
  profile = { name: "", allergies: [], diet: null };
  plan = null;
  /** The rounds of the chat, oldest first; the last one is the current. */
  rounds = [];
  barcodes = null;
  coupons = new Coupons(this);
  feed = [];
  /** The numbers of the signages whose circle the shopper is in, as the server says. */
  near = new Set();
  paid = false;
  /** What was done last, for those who do not see it: [a key of words.js, its parameters]. */
  said = null;
  tab = "ask";
  connection = new Connection(() => this.changed());
  walk = new Walk(this);

  #changes = new ListChanges(this.connection);
  #asking = false;
  #seen = new Set();

  /** Whether the session is open, so that a question can be asked. */
  get ready() {
    return this.connection.session !== null;
  }

  get round() {
    return this.rounds.at(-1) ?? null;
  }

  get busy() {
    const { round } = this;
    return this.#asking || (round !== null && round.status === "in_progress" && round.todos === null);
  }

  /** The lines of the list. */
  get lines() {
    return this.round?.todos?.items ?? [];
  }

  /** The lines that are still to be picked. */
  get open() {
    return this.lines.filter((line) => (line.state ?? "open") === "open");
  }

  /** Whether a product is to be bought. */
  isListed(id) {
    return this.lines.some((line) => line.product.id === id && line.state !== "removed");
  }

  /** Says what was done. */
  say(key, parameters) {
    this.said = [key, parameters];
    this.changed();
  }

  changed() {
    this.dispatchEvent(new Event("change"));
  }

  /** Begins, as soon as the gateway can be reached. */
  async start() {
    const { connection } = this;
    await connection.attempt(async () => {
      await connection.open(() => this.#recall());
      this.changed();
      this.plan = await connection.call("GET", `v1/store/${STORE}/plan`);
      this.walk.enter(this.plan);
      followFeed(connection, (event) => {
        this.feed = [event, ...this.feed].slice(0, MAX_EVENTS);
        this.changed();
      });
    });
    if (!connection.online) {
      setTimeout(() => this.start(), RETRY_MILLIS);
    }
  }

  /** Whether the stored session still opens its profile, which is then known. */
  async #recall() {
    try {
      const { data } = await this.connection.call("GET", this.#profile());
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
    await this.connection.attempt(() => this.connection.call("PUT", this.#profile(), this.profile));
  }

  async ask(prompt) {
    const text = prompt.trim();
    if (text === "" || this.busy || !this.ready) {
      return;
    }
    this.#asking = true;
    this.changed();
    await this.connection.attempt(async () => {
      await this.connection.call("PUT", this.#profile(), { ...this.profile, locale: language() });
      const chat = this.round?.chat_id;
      const kickoff = await this.connection.call("POST", `${this.#chats()}/recommend`, {
        prompt: text,
        ...(chat === undefined ? {} : { chat_id: chat }),
      });
      const path = this.#path(kickoff);
      this.#keep(await this.connection.call("GET", path), kickoff);
      this.paid = false;
      this.barcodes = null;
      this.walk.renew();
      followRound(this.connection, path, (round) => this.#keep(round, kickoff));
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
    await this.#changeList({ items: [{ item_id: id, ...change }] });
  }

  async add(offer) {
    await this.putOnList(offer.product.id);
    this.say("saidAdded", { name: offer.product.name });
    await this.trigger("recommend", { rec_id: offer.rec_id, action: "tap" });
  }

  /** Puts a product on the list, or back on it. */
  async putOnList(id) {
    const known = this.lines.some((line) => line.product.id === id);
    await this.#changeList(
      known ? { items: [{ item_id: id, state: "open" }] } : { add: [{ item_id: id, quantity: 1 }] },
    );
  }

  #changeList(change) {
    const { round } = this;
    return this.#changes.send(this.#path(round), change, (answer) => this.#keep(answer, round));
  }

  /** Reports an offer once, when it is shown. */
  async seen(offer) {
    const key = `${this.round.round_id}/${offer.rec_id}`;
    if (!this.#seen.has(key)) {
      this.#seen.add(key);
      await this.trigger("recommend", { rec_id: offer.rec_id, action: "impression" });
    }
  }

  async showBarcodes() {
    await this.connection.attempt(async () => {
      this.barcodes = await this.connection.call("GET", `${this.#path(this.round)}/barcodes`);
    });
  }

  /** Pays: the coupons that the shopper holds are redeemed. */
  async pay() {
    await this.coupons.redeem();
    this.paid = true;
    this.walk.pause();
    this.say("saidPaid");
  }

  /** A measured position; the server decides which circles it is in. */
  async moved({ x, y, accuracy }) {
    const { round } = this;
    if (round === null || round.todos === null) {
      return;
    }
    try {
      const { chat_id, round_id } = round;
      const position = { chat_id, round_id, x, y, accuracy, forgotten: "open" };
      const { entered, left } = await this.connection.call("POST", `${this.#chats()}/trigger/position`, position);
      for (const number of entered) {
        this.near.add(number);
        this.say("nearScreen", { number });
      }
      left.forEach((number) => this.near.delete(number));
      this.connection.link(true);
    } catch (failure) {
      // The next position makes up for one that is lost.
      this.connection.link(failure instanceof Refused);
    }
    this.changed();
  }

  /** Sends a trigger about the current round. */
  async trigger(what, body) {
    const { chat_id, round_id } = this.round;
    const path = `${this.#chats()}/trigger/${what}`;
    await this.connection.attempt(() => this.connection.call("POST", path, { chat_id, round_id, ...body }));
  }

  /** Keeps the newest state of a round, which does not say which chat it is in. */
  #keep(state, { chat_id }) {
    const round = { ...state, chat_id };
    const index = this.rounds.findIndex((known) => known.round_id === round.round_id);
    this.rounds = index < 0 ? [...this.rounds, round] : this.rounds.with(index, round);
    this.changed();
  }

  #profile() {
    return `v1/profile/${this.connection.session.profile_id}`;
  }

  #chats() {
    return `v1/chat/${this.connection.session.profile_id}`;
  }

  #path({ chat_id, round_id }) {
    return `${this.#chats()}/recommend/${chat_id}/${round_id}`;
  }
}
