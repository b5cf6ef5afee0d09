import { html } from "lit";
import { icon } from "../design/icons.js";
import { askView } from "./ask.js";
import { dealsView } from "./deals.js";
import { listView } from "./list.js";
import { ShopPart } from "./part.js";
import { profileView } from "./profile.js";
import { tillView } from "./till.js";
import { t } from "./words.js";

const TABS = [
  ["ask", "chat"],
  ["list", "list"],
  ["deals", "ticket"],
  ["till", "barcode"],
];
const VIEWS = { ask: askView, list: listView, deals: dealsView, till: tillView, me: profileView };

/** The retailer's app. */
class OsPhone extends ShopPart {
  #shown = "";

  render() {
    const { shop } = this;
    return html`<section class="device" aria-label=${t("phone")}>
      <header class="app-head">
        <h2>${t(shop.tab)}</h2>
        <button
          type="button"
          class="os-button is-round is-small"
          aria-label=${t("me")}
          title=${t("me")}
          aria-pressed=${shop.tab === "me"}
          @click=${() => this.#open(shop.tab === "me" ? "ask" : "me")}
        >
          ${icon(shop.profile.allergies.length > 0 || shop.profile.diet ? "shield" : "user")}
        </button>
      </header>
      ${VIEWS[shop.tab](shop)}
      <nav class="app-tabs" aria-label=${t("phone")}>
        ${TABS.map(
          ([tab, symbol]) => html`<button
            type="button"
            aria-current=${shop.tab === tab ? "page" : "false"}
            @click=${() => this.#open(tab)}
          >
            ${icon(symbol)}<span>${t(tab)}</span>${this.#count(tab)}
          </button>`,
        )}
      </nav>
    </section>`;
  }

  updated() {
    const { tab, round } = this.shop;
    const view = this.querySelector(".view");
    const shown = `${tab} ${round?.round_id} ${round?.todos === null} ${round?.status}`;
    if (this.#shown !== shown) {
      this.#shown = shown;
      const latest = [...view.querySelectorAll(".bubble")].at(-1);
      view.scrollTop = tab === "ask" && latest ? latest.offsetTop - view.offsetTop : 0;
    }
  }

  #count(tab) {
    const { shop } = this;
    const count = { list: shop.open.length, deals: shop.coupons.offered.length }[tab] ?? 0;
    return count === 0 ? "" : html`<span class="count">${count}</span>`;
  }

  #open(tab) {
    this.shop.tab = tab;
    if (tab === "till" && this.shop.lines.length > 0) {
      this.shop.showBarcodes();
    }
    this.shop.changed();
  }
}

customElements.define("os-phone", OsPhone);
