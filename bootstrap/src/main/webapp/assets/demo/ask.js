import { html, nothing } from "lit";
import { icon, mark } from "../design/icons.js";
import { local } from "../design/language.js";
import { dishPicture } from "./dish.js";
import { ALLERGENS, DIETS, t } from "./words.js";

const STEPS = ["step1", "step2", "step3", "step4"];
const NAMES = new Map([...ALLERGENS, ...DIETS].map(({ code, name }) => [code, name]));

/** The chat: questions, and answers that fill in while the round runs. */
export function askView(shop) {
  return html`
    <div class="view chat" tabindex="0" role="log" aria-label=${t("ask")}>
      ${shop.rounds.length === 0 ? hello(shop) : shop.rounds.map((round) => turn(shop, round))}
    </div>
    <form class="composer" @submit=${(event) => submit(event, shop)}>
      <input class="os-input" name="prompt" maxlength="400" autocomplete="off" placeholder=${t("promptHint")} aria-label=${t("prompt")} />
      <button type="submit" class="os-button is-primary is-round" aria-label=${t("send")} ?disabled=${shop.busy}>
        ${icon("send")}
      </button>
    </form>
  `;
}

function hello(shop) {
  return html`<div class="hello">
    ${mark()}
    <h3>${t("hello")}</h3>
    <p>${t("helloText")}</p>
    <ul role="list">
      ${["try1", "try2", "try3"].map(
        (key) => html`<li>
          <button type="button" class="os-button is-outline" ?disabled=${!shop.ready} @click=${() => shop.ask(t(key))}>
            ${t(key)}
          </button>
        </li>`,
      )}
    </ul>
  </div>`;
}

function turn(shop, round) {
  return html`
    <p class="bubble">${round.prompt}</p>
    ${round.todos === null ? progress(round) : recipe(shop, round)}
    ${round.status === "error" ? html`<p class="os-notice is-danger">${icon("alert")}${t("failed")}</p>` : nothing}
  `;
}

function progress(round) {
  return html`<ol class="progress" role="list">
    ${STEPS.map((step) => {
      const state = round.pipeline_progress[step];
      return html`<li data-state=${state}>
        <span class="dot">${state === "done" ? icon("check") : nothing}</span>${t(step)}
        <span class="os-visually-hidden">${t(state)}</span>
      </li>`;
    })}
  </ol>`;
}

function recipe(shop, round) {
  const { todos } = round;
  return html`<article class="recipe os-card">
    <div class="plate">${dishPicture(todos.recipe_title, todos.items)}</div>
    <div class="text">
      <h3>${todos.recipe_title}</h3>
      <p>${todos.intro_message}</p>
      ${guard(round.guard)}
      <details>
        <summary>${t("method")}</summary>
        <p>${todos.recipe_description}</p>
      </details>
      ${todos.recommendation_message ? html`<p class="why">${todos.recommendation_message}</p>` : nothing}
      ${round.status === "in_progress" ? progress(round) : nothing}
      <button type="button" class="os-button is-primary" @click=${() => open(shop)}>
        ${icon("list")}${t("toList", { count: todos.items.length })}
      </button>
    </div>
  </article>`;
}

function guard(withheld) {
  if (!withheld) {
    return nothing;
  }
  const what = withheld.restrictions.map((restriction) => {
    const code = restriction.split(":")[1];
    return NAMES.has(code) ? local(NAMES.get(code)) : code;
  });
  const count = new Set(withheld.withheld.map((entry) => entry.name)).size;
  return html`<p class="guard">
    ${icon("shield")}
    <span>
      ${what.length === 0 ? nothing : t("kept", { what: what.join(", ") })}
      ${count === 0 ? nothing : html` · ${t("withheld", { count })}`}
    </span>
  </p>`;
}

function open(shop) {
  shop.tab = "list";
  shop.changed();
}

function submit(event, shop) {
  event.preventDefault();
  const field = event.currentTarget.elements.prompt;
  if (!shop.busy) {
    shop.ask(field.value);
    field.value = "";
  }
}
