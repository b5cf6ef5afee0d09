import { html } from "lit";
import { icon } from "../design/icons.js";
import { local } from "../design/language.js";
import { ALLERGENS, DIETS, t } from "./words.js";

/** The profile: what the gateway greets with, and what it withholds. */
export function profileView(shop) {
  const { profile } = shop;
  return html`<div class="view form" tabindex="0" role="region" aria-label=${t("me")}>
    <div class="os-field">
      <label for="shopper-name">${t("name")}</label>
      <input
        id="shopper-name"
        class="os-input"
        maxlength="40"
        autocomplete="off"
        .value=${profile.name}
        @change=${(event) => shop.saveProfile({ name: event.target.value.trim() })}
      />
    </div>
    <div class="os-field" role="group" aria-labelledby="allergies-label">
      <span class="os-label" id="allergies-label">${t("allergies")}</span>
      <div class="choices">
        ${ALLERGENS.map(({ code, name }) => choice(local(name), profile.allergies.includes(code), () => toggle(shop, code)))}
      </div>
    </div>
    <div class="os-field" role="group" aria-labelledby="diet-label">
      <span class="os-label" id="diet-label">${t("diet")}</span>
      <div class="choices">
        ${choice(t("none"), !profile.diet, () => shop.saveProfile({ diet: null }))}
        ${DIETS.map(({ code, name }) => choice(local(name), profile.diet === code, () => shop.saveProfile({ diet: code })))}
      </div>
    </div>
    <p class="os-notice">${icon("shield")}${t("meText")}</p>
  </div>`;
}

function choice(name, chosen, choose) {
  return html`<button type="button" class="choice" aria-pressed=${chosen} @click=${choose}>
    ${chosen ? icon("check") : ""}${name}
  </button>`;
}

function toggle(shop, code) {
  const { allergies } = shop.profile;
  shop.saveProfile({
    allergies: allergies.includes(code) ? allergies.filter((known) => known !== code) : [...allergies, code],
  });
}
