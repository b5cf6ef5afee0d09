import { html, nothing } from "lit";
import { OsElement } from "../design/element.js";
import { icon } from "../design/icons.js";
import { words } from "../design/language.js";
import { openSession, storedSession } from "../design/session.js";
import { layout, mend } from "./layout.js";

const t = words({
  title: { ko: "API 레퍼런스", en: "API reference", ja: "APIリファレンス" },
  lead: {
    ko: "호출을 펼치고 Execute를 누르면 이 게이트웨이에서 바로 실행됩니다.",
    en: "Open a call and press Execute: it runs on this gateway.",
    ja: "呼び出しを開いてExecuteを押すと、このゲートウェイで実行されます。",
  },
  start: { ko: "데모 세션으로 채우기", en: "Fill in a demo session", ja: "デモセッションで埋める" },
  filled: {
    ko: "데모 프로필과 토큰이 채워져 있습니다.",
    en: "A demo profile and its token are filled in.",
    ja: "デモのプロフィールとトークンが入力済みです。",
  },
  refused: {
    ko: "지금은 데모 세션을 열 수 없습니다. 잠시 후 다시 시도해 주세요.",
    en: "No demo session can be opened at present. Please try again in a moment.",
    ja: "現在デモセッションを開けません。しばらくしてからお試しください。",
  },
  document: { ko: "OpenAPI 문서 (YAML)", en: "OpenAPI document (YAML)", ja: "OpenAPIドキュメント（YAML）" },
  first: { ko: "첫 호출", en: "First calls", ja: "最初の呼び出し" },
  events: { ko: "이벤트와 스트림 (SSE)", en: "Events and streams (SSE)", ja: "イベントとストリーム（SSE）" },
  clients: { ko: "클라이언트 생성", en: "Generate a client", ja: "クライアントの生成" },
  errors: { ko: "오류 코드", en: "Error codes", ja: "エラーコード" },
  links: { ko: "자주 찾는 문서", en: "Often looked for", ja: "よく見るページ" },
});

/** What developers look for first. */
const LINKS = [
  ["#guide/README", "play", "first"],
  ["#guide/client-api/events", "pulse", "events"],
  ["#guide/clients", "code", "clients"],
  ["#guide/client-api/errors", "alert", "errors"],
];

/** What a profile's id is called. */
const PROFILE = ["profile_id", "persona_id"];

const source = document.querySelector("script[data-swagger-ui]").dataset.swaggerUi;
let bundle;

function swaggerUi() {
  bundle ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => resolve(window.SwaggerUIBundle);
    script.onerror = reject;
    document.head.append(script);
  });
  return bundle;
}

/** The document that this gateway serves, with a profile as the example wherever one is asked for. */
async function apiDocument(profileId) {
  const response = await fetch("docs/openapi.json");
  const spec = await response.json();
  // Where this page was loaded from, whatever proxies and context paths lie between.
  spec.servers = [{ ...spec.servers[0], url: new URL(".", document.baseURI).href.replace(/\/$/, "") }];
  if (profileId !== undefined) {
    const paths = Object.values(spec.paths).flatMap((path) => [path, ...Object.values(path)]);
    const parameters = [spec.components, ...paths].flatMap((holder) => Object.values(holder?.parameters ?? {}));
    for (const parameter of parameters.filter(({ name }) => PROFILE.includes(name))) {
      parameter.example = profileId;
    }
  }
  return spec;
}

/** Swagger UI on the document that this gateway serves. With a demo session its token and profile are filled in. */
class OsReference extends OsElement {
  static properties = { session: { state: true }, refused: { state: true } };

  constructor() {
    super();
    this.session = storedSession();
    this.refused = false;
  }

  async firstUpdated() {
    document.documentElement.addEventListener("os-theme", followTheme);
    followTheme();
    const reference = this.querySelector(".reference");
    new MutationObserver(() => mend(reference)).observe(reference, { childList: true, subtree: true });
    await this.#show();
  }

  async #show() {
    const { session } = this;
    const [SwaggerUI, spec] = await Promise.all([swaggerUi(), apiDocument(session?.profile_id)]);
    const ui = SwaggerUI({
      spec,
      domNode: this.querySelector(".reference"),
      presets: [SwaggerUI.presets.apis],
      plugins: [layout],
      layout: "GatewayLayout",
      docExpansion: "list",
      defaultModelsExpandDepth: 0,
      defaultModelExpandDepth: 2,
      displayRequestDuration: true,
      tryItOutEnabled: true,
      validatorUrl: null,
      onComplete: () => {
        if (session) {
          ui.preauthorizeApiKey("bearer", session.token);
        }
      },
    });
  }

  render() {
    const canFill = document.documentElement.dataset.demo === "true";
    return html`
      <header class="reference-head">
        <div>
          <h1>${t("title")}</h1>
          <p>${t("lead")}</p>
        </div>
        <div class="reference-actions">
          ${this.session
            ? html`<span class="os-chip is-accent">${icon("check")}${t("filled")}</span>`
            : canFill
              ? html`<button type="button" class="os-button is-primary" @click=${this.#fill}>
                  ${icon("plug")}${t("start")}
                </button>`
              : nothing}
        </div>
      </header>
      <nav class="reference-links" aria-label=${t("links")}>
        <a class="os-button is-small is-outline" href="docs/openapi.yaml">${icon("out")}${t("document")}</a>
        <a class="os-button is-small is-outline" href="docs/openapi.json">${icon("out")}JSON</a>
        ${LINKS.map(
          ([hash, symbol, name]) =>
            html`<a class="os-button is-small is-outline" href=${hash}>${icon(symbol)}${t(name)}</a>`,
        )}
      </nav>
      ${this.refused ? html`<p class="os-notice is-danger" role="alert">${icon("alert")}${t("refused")}</p>` : nothing}
      <div class="reference"></div>
    `;
  }

  async #fill() {
    try {
      this.session = await openSession();
      this.refused = false;
      await this.#show();
    } catch {
      this.refused = true;
    }
  }
}

function followTheme() {
  const root = document.documentElement;
  root.classList.toggle("dark-mode", root.dataset.theme === "dark");
}

customElements.define("os-reference", OsReference);
