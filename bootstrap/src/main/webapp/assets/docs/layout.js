/** A layout for Swagger UI inside a page that has its own header and main landmark; this server is the only one. */
export function layout({ React }) {
  const create = React.createElement;

  function GatewayLayout({ getComponent, specSelectors }) {
    const container = (name) => create(getComponent(name, true));
    if (specSelectors.loadingStatus() !== "success" && !specSelectors.specStr()) {
      return create("div", { className: "swagger-ui" }, create(getComponent("errors", true)));
    }
    return create(
      "div",
      { className: "swagger-ui" },
      create(getComponent("SvgAssets")),
      container("errors"),
      create(
        "div",
        { className: "conventions" },
        create("details", null, create("summary", null, "Conventions of all calls"), container("InfoContainer")),
        create("div", { className: "authorization" }, container("AuthorizeBtnContainer")),
      ),
      container("operations"),
      container("Models"),
    );
  }

  return { components: { GatewayLayout } };
}

/** Levels of headings follow the page's, lists of choices have names, and what scrolls does so by keyboard. Called after each change. */
export function mend(reference) {
  const levels = { "h3.opblock-tag": "2", ".models > h4": "2", ".opblock-title": "3", ".responses-inner h4": "4" };
  for (const [selector, level] of Object.entries(levels)) {
    for (const heading of reference.querySelectorAll(`${selector}:not([aria-level])`)) {
      heading.setAttribute("aria-level", level);
    }
  }
  for (const code of reference.querySelectorAll("pre.curl:not([tabindex])")) {
    // It scrolls.
    code.setAttribute("tabindex", "0");
  }
  for (const select of reference.querySelectorAll(".examples-select-element:not([aria-label])")) {
    select.setAttribute("aria-label", "Examples");
  }
}
