// Adds each new turn to the page instead of loading another one. Without this file everything still works.
(() => {
  "use strict";
  const turns = document.querySelector("[data-turns]");
  const status = document.querySelector("[data-status]");
  const form = document.querySelector("form.ask");
  const input = form.elements.q;
  let waiting = false;
  let shown = location.search;

  const ask = async (address) => {
    if (waiting) return;
    waiting = true;
    status.textContent = "Buscando…";
    form.setAttribute("aria-busy", "true");
    try {
      const response = await fetch("/turno" + new URL(address, location.href).search);
      if (!response.ok) throw new Error(String(response.status));
      append(await response.text());
      history.pushState(null, "", address);
      shown = location.search;
    } catch {
      location.assign(address);
    } finally {
      waiting = false;
      form.removeAttribute("aria-busy");
    }
  };

  const append = (html) => {
    turns.insertAdjacentHTML("beforeend", html);
    const turn = turns.lastElementChild;
    const asked = turn.querySelector(".asked");
    document.title = asked.lastChild.textContent + " · Ruta del Dinero";
    remember(JSON.parse(turn.dataset.then));
    input.value = "";
    enable(turn);
    status.textContent = "Respuesta lista.";
    // Focus goes to the question just answered: a screen reader reads on from there, and the page scrolls to it.
    asked.focus({ preventScroll: true });
    turn.scrollIntoView({ block: "start" });
  };

  const remember = (before) => {
    const hidden = before.map((text) => {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = "prev";
      field.value = text;
      return field;
    });
    form.querySelector("[data-before]").replaceChildren(...hidden);
  };

  const enable = (scope) => {
    const button = scope.querySelector("[data-copy]");
    if (!button || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(new URL(scope.dataset.address, location.href).href);
      button.textContent = "Copiada";
      status.textContent = "Dirección copiada.";
    });
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value.trim()) ask("/?" + new URLSearchParams(new FormData(form)));
  });
  turns.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-ask]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    ask(link.getAttribute("href"));
  });
  // Also fired by «Ir al contenido», which changes only what follows the «#».
  addEventListener("popstate", () => {
    if (location.search !== shown) location.reload();
  });
  addEventListener("beforeprint", () => document.querySelectorAll("details.rest").forEach((each) => (each.open = true)));
  enable(turns.lastElementChild);
})();
