import { html, nothing } from "lit";
import { icon } from "../design/icons.js";
import { local } from "../design/language.js";
import { address } from "./picture.js";
import { discounted, price, t } from "./words.js";

/** Coupons to take, and what goes well with the dish. */
export function dealsView(shop) {
  const coupons = shop.coupons.shown;
  const offers = shop.round?.recommended_items ?? [];
  if (coupons.length === 0 && offers.length === 0) {
    return html`<div class="view"><p class="empty">${t("emptyDeals")}</p></div>`;
  }
  offers.forEach((offer) => shop.seen(offer));
  return html`<div class="view" tabindex="0" role="region" aria-label=${t("deals")}>
    ${coupons.length === 0
      ? nothing
      : html`<h3>${t("coupons")}</h3>
          <ul role="list">
            ${coupons.map((offer) => ticket(shop, offer))}
          </ul>`}
    ${offers.length === 0
      ? nothing
      : html`<h3>${t("step3")}</h3>
          <ul role="list" class="offers">
            ${offers.map((offer) => suggestion(shop, offer))}
          </ul>`}
  </div>`;
}

function ticket(shop, offer) {
  const state = shop.coupons.state(offer);
  const name = offer.product?.name ?? offer.item_name;
  return html`<li class="ticket" data-state=${state ?? "new"}>
    <div class="percent">
      <strong>${offer.discount_pct}%</strong>
    </div>
    <img src=${address(offer.product?.src_url)} alt="" width="44" height="44" />
    <div class="what">
      <p>${name}</p>
      ${offer.price === null ? nothing : prices(offer)}
    </div>
    ${state === undefined
      ? html`<div class="tools">
          <button type="button" class="os-button is-primary is-small" aria-label="${t("get")}: ${name}" @click=${() => shop.coupons.take(offer)}>
            ${t("get")}
          </button>
          <button type="button" class="dismiss" aria-label=${t("dismiss", { name })} @click=${() => shop.coupons.dismiss(offer)}>
            ${icon("close")}
          </button>
        </div>`
      : html`<span class="os-chip is-accent">${icon("check")}${t(state === "redeemed" ? "used" : "got")}</span>`}
  </li>`;
}

/** Before and after; screen readers hear which is which. */
export function prices({ price: amount, price_unit: unit, discount_pct: percent }) {
  return html`<p class="prices">
    <span class="os-visually-hidden">${t("was")}</span><s>${price(amount, unit)}</s>
    <span class="os-visually-hidden">${t("now")}</span><strong>${price(discounted(amount, percent), unit)}</strong>
  </p>`;
}

function suggestion(shop, offer) {
  const { product } = offer;
  const listed = shop.lines.some((line) => line.product.id === product.id && line.state !== "removed");
  return html`<li class="offer os-card">
    <img src=${address(product.src_url)} alt="" width="56" height="56" loading="lazy" />
    <div class="what">
      <p>${product.name}</p>
      <p class="fine">${local(offer.reason_detail_marketing)}</p>
    </div>
    <strong>${price(product.price, product.price_unit)}</strong>
    <button
      type="button"
      class="os-button is-small ${listed ? "" : "is-outline"}"
      aria-label="${t(listed ? "added" : "addTo")}: ${product.name}"
      ?disabled=${listed}
      @click=${() => shop.add(offer)}
    >
      ${icon(listed ? "check" : "plus")}${t(listed ? "added" : "addTo")}
    </button>
  </li>`;
}
