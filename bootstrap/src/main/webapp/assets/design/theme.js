/* Light or dark: the system's choice until somebody makes another one. A classic script in the head, so that the page is
   painted in the right scheme at once. */

(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try {
    chosen = localStorage.getItem("os-theme");
  } catch {
    // Without storage the choice lasts for this page.
  }

  function apply() {
    root.dataset.theme = chosen ?? (dark.matches ? "dark" : "light");
    root.dispatchEvent(new Event("os-theme"));
  }

  root.toggleTheme = () => {
    chosen = root.dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("os-theme", chosen);
    } catch {
      // As above.
    }
    apply();
  };
  dark.addEventListener("change", apply);
  apply();
})();
