import { html, nothing } from "lit";
import { icon } from "../design/icons.js";
import { ShopPart } from "./part.js";
import { t } from "./words.js";

/** The next thing to do, so that nobody has to read first: four steps, and one button that does the current one. */
class OsGuideBar extends ShopPart {
  render() {
    const { shop } = this;
    const at = this.#at();
    const steps = [
      ["chat", "guideAsk"],
      ["ticket", "guideDeals"],
      ["walk", "guideWalk"],
      ["barcode", "guidePay"],
    ];
    return html`
      <ol class="guide-steps" role="list">
        ${steps.map(
          ([symbol, name], index) => html`<li
            class=${index < at.step ? "is-done" : ""}
            aria-current=${index === at.step ? "step" : nothing}
          >
            <span class="mark">${icon(index < at.step ? "check" : symbol)}</span><span class="what">${t(name)}</span>
          </li>`,
        )}
      </ol>
      <p class="guide-hint" role="status">${t(at.hint)}</p>
      <button
        type="button"
        class="os-button is-primary"
        ?disabled=${!shop.ready}
        aria-disabled=${at.act === undefined}
        @click=${at.act}
      >
        ${icon(at.symbol)}${t(at.action)}
      </button>
    `;
  }

  #at() {
    const { shop } = this;
    if (shop.paid) {
      return { step: 4, hint: "guideDone", action: "again", symbol: "again", act: () => shop.restart() };
    }
    if (shop.lines.length === 0 || shop.round.status === "in_progress") {
      return shop.busy || shop.round?.status === "in_progress"
        ? { step: 0, hint: "guideWait", action: "doWait", symbol: "chat" }
        : { step: 0, hint: "guideAskNow", action: "doAsk", symbol: "send", act: () => this.#ask() };
    }
    if (shop.walk.walking) {
      return { step: 2, hint: "guideWalkNow", action: "doPause", symbol: "pause", act: () => shop.walk.pause() };
    }
    if (shop.coupons.untouched && !shop.walk.begun) {
      return { step: 1, hint: "guideDealsNow", action: "doDeals", symbol: "ticket", act: () => this.#show("deals") };
    }
    if (shop.open.length > 0) {
      return { step: 2, hint: "guideWalkNow", action: "doWalk", symbol: "walk", act: () => this.#go("map", "list") };
    }
    if (shop.tab === "till" && shop.barcodes !== null) {
      return { step: 3, hint: "guidePayNow", action: "pay", symbol: "check", act: () => shop.pay() };
    }
    return { step: 3, hint: "guidePayNow", action: "doPay", symbol: "barcode", act: () => this.#toTill() };
  }

  #ask() {
    this.#show("ask");
    this.shop.ask(t("try1"));
  }

  #go(part, tab) {
    this.shop.tab = tab;
    this.#part(part);
    this.shop.walk.start();
  }

  #toTill() {
    this.#show("till");
    this.shop.showBarcodes();
  }

  #show(tab) {
    this.shop.tab = tab;
    this.#part("phone");
    this.shop.changed();
  }

  #part(part) {
    this.dispatchEvent(new CustomEvent("part", { detail: part }));
  }
}

customElements.define("os-guide-bar", OsGuideBar);
