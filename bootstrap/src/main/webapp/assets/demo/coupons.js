/** The coupons of the current round, and what the shopper did with them. */
export class Coupons {
  #shop;
  /** issued, redeemed or dismissed, by rec_id; none for those that are still offered. */
  #states = new Map();

  constructor(shop) {
    this.#shop = shop;
  }

  /** All but those that were dismissed. */
  get shown() {
    return this.#all.filter((offer) => this.state(offer) !== "dismissed");
  }

  /** Those that wait for the shopper's decision. */
  get offered() {
    return this.#all.filter((offer) => this.state(offer) === undefined);
  }

  /** Those that were taken and count at the till, since their product is on the list. */
  get held() {
    return this.#all.filter((offer) => this.state(offer) === "issued" && this.#shop.isListed(offer.item_id));
  }

  get untouched() {
    return this.#all.length > 0 && this.offered.length === this.#all.length;
  }

  state(offer) {
    return this.#states.get(offer.rec_id);
  }

  /** Takes a coupon; what it is for goes on the list, where it counts. */
  async take(offer) {
    await this.#change(offer, "issued");
    this.#shop.say("saidTaken", { name: offer.product?.name ?? offer.item_name });
    if (!this.#shop.isListed(offer.item_id)) {
      await this.#shop.putOnList(offer.item_id);
    }
  }

  async dismiss(offer) {
    await this.#change(offer, "dismissed");
  }

  /** Redeems what counts at the till. */
  async redeem() {
    for (const offer of this.held) {
      await this.#change(offer, "redeemed");
    }
  }

  get #all() {
    return this.#shop.round?.notifications.coupon ?? [];
  }

  async #change(offer, kind) {
    this.#states.set(offer.rec_id, kind);
    this.#shop.changed();
    await this.#shop.trigger("coupon", { rec_id: offer.rec_id, kind });
  }
}
