import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../design/icons.js";
import { language, local } from "../design/language.js";
import { ShopPart } from "./part.js";
import { t } from "./words.js";

const SYMBOLS = {
  ADS_TRIGGERED: "screen",
  COUPON_ISSUED: "ticket",
  COUPON_REDEEMED: "check",
  COUPON_DISMISSED: "close",
  RECOMMEND_IMPRESSION: "info",
  RECOMMEND_TAP: "plus",
};

/** The events of this shopper with their reasons, as the tenant's analysts see them. */
class OsFeed extends ShopPart {
  render() {
    const { feed } = this.shop;
    return html`
      <h2 class="part-title">${icon("pulse")}${t("feed")}</h2>
      ${feed.length === 0
        ? html`<p class="empty">${t("emptyFeed")}</p>`
        : html`<ol class="events" role="list" tabindex="0" aria-label=${t("feed")}>
            ${repeat(feed, (event) => event.event_id, event)}
          </ol>`}
    `;
  }
}

function event({ type, payload, analyst_comment: comment, created_at: at }) {
  const said = local(comment);
  // What the analyst wrote often repeats the reason and goes on.
  const reason = said.startsWith(local(payload?.reason_detail)) ? "" : local(payload?.reason_detail);
  return html`<li class="event" data-type=${type}>
    ${icon(SYMBOLS[type] ?? "info")}
    <div>
      <p class="head">
        <strong>${type in SYMBOLS ? t(type) : type}</strong>
        <time datetime=${at}>${new Date(at).toLocaleTimeString(language(), { timeStyle: "medium" })}</time>
      </p>
      <p>${payload?.product?.name ?? payload?.item_name ?? ""}</p>
      ${reason === "" ? nothing : html`<p class="reason">${reason}</p>`}
      ${said === "" ? nothing : html`<p class="comment"><span>${t("comment")}</span> ${said}</p>`}
    </div>
  </li>`;
}

customElements.define("os-feed", OsFeed);
