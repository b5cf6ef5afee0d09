import { html, nothing } from "lit";
import { icon } from "../design/icons.js";
import { local } from "../design/language.js";
import { address } from "./picture.js";
import { price, t } from "./words.js";

/** The shopping list by section, in walking order. */
export function listView(shop) {
  const lines = shop.lines.filter((line) => line.state !== "removed");
  if (lines.length === 0) {
    return html`<div class="view"><p class="empty">${t("emptyList")}</p></div>`;
  }
  const sections = new Map();
  for (const line of lines) {
    const { section_code: code, section_name: name } = line.product;
    sections.set(code, [...(sections.get(code) ?? []), line]);
    sections.get(code).title = sectionName(shop, code) ?? name;
  }
  const picked = lines.filter((line) => line.state === "picked").length;
  return html`
    <div class="view" tabindex="0" role="region" aria-label=${t("list")}>
      <p class="list-head">${shop.round.todos.recipe_title}</p>
      ${[...sections.values()].map(
        (section) => html`<section class="aisle">
          <h3>${section.title}</h3>
          <ul role="list">
            ${section.map((line) => row(shop, line))}
          </ul>
        </section>`,
      )}
    </div>
    <footer class="sum">
      <progress max=${lines.length} value=${picked} aria-label=${t("picked", { picked, count: lines.length })}></progress>
      <span>${t("picked", { picked, count: lines.length })}</span>
      <strong>${t("total")} ${price(shop.round.todos.total, lines[0].product.price_unit)}</strong>
    </footer>
  `;
}

function sectionName(shop, code) {
  const section = shop.plan?.sections.find((section) => section.section_code === code);
  return section === undefined ? undefined : local(section.name);
}

function row(shop, line) {
  const { product, quantity } = line;
  const state = line.state ?? "open";
  const change = (what) => shop.changeLine(product.id, what);
  return html`<li class="line" data-state=${state}>
    <label class="tick">
      <input
        type="checkbox"
        .checked=${state === "picked"}
        aria-label=${t("pick", { name: product.name })}
        @change=${(event) => change({ state: event.target.checked ? "picked" : "open" })}
      />
    </label>
    <img src=${address(product.src_url)} alt="" width="40" height="40" loading="lazy" />
    <div class="what">
      <p>${product.name}</p>
      <p class="fine">${price(product.price * quantity, product.price_unit)}</p>
    </div>
    ${state === "have"
      ? html`<button type="button" class="os-button is-small" @click=${() => change({ state: "open" })}>${t("undo")}</button>`
      : state === "picked"
        ? nothing
        : html`<div class="tools">
            <div class="stepper">
              <button
                type="button"
                aria-label=${t("less", { name: product.name })}
                ?disabled=${quantity <= 1}
                @click=${() => change({ quantity: quantity - 1 })}
              >
                ${icon("minus")}
              </button>
              <span>${quantity}</span>
              <button
                type="button"
                aria-label=${t("more", { name: product.name })}
                ?disabled=${quantity >= 99}
                @click=${() => change({ quantity: quantity + 1 })}
              >
                ${icon("plus")}
              </button>
            </div>
            <button type="button" class="have" @click=${() => change({ state: "have" })}>${t("have")}</button>
          </div>`}
  </li>`;
}
