// Ties the drawn map to the console: takes batches of changes in, tells what is clicked and hovered.
"use strict";

gridMap.start = (bridge) => {
  const map = map_console;
  const grids = { sub: layer_sub, base: layer_base, community: layer_community };
  const reduced = matchMedia("(prefers-reduced-motion: reduce)");
  let motion = "system";
  const still = () => (motion === "system" ? reduced.matches : motion === "reduced");
  const TOPS = [3, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10000];
  const MARGINS = { paddingTopLeft: [28, 64], paddingBottomRight: [28, 88] };
  const BARE = { paddingTopLeft: [10, 10], paddingBottomRight: [10, 10] };
  let margins = MARGINS;
  const facts = { selected: -1, highlighted: -1, candidates: [], choosing: false };
  const counts = new Map();
  const shades = new Map();

  for (const [pane, z] of [["links", 410], ["marks", 420], ["labels", 430], ["holes", 415]]) {
    map.createPane(pane).style.zIndex = z;
    map.getPane(pane).style.pointerEvents = pane === "marks" ? "auto" : "none";
  }
  grids.sub.eachLayer((grid) => shades.set(grid.feature.properties.code, grid));

  gridMap.tell = (what, kind, id) => bridge[what](kind, id);

  // Kinds of marks

  const links = L.layerGroup();
  const ties = L.layerGroup();
  const line = (ends, options) =>
    L.polyline(ends, { pane: "links", interactive: false, color: gridMap.colors.accent, ...options });

  const incidents = new gridMap.Kind("incident", {
    read: ([id, lon, lat, priority, group, title, number, overdue, assignee, grid]) =>
      ({ id, lon, lat, priority, group, title, number, overdue, assignee, grid }),
    paint: gridMap.shapes.incident,
    options: ({ priority, group, overdue, selected, highlighted }) => ({
      radius: selected ? 24 : highlighted ? 20 : 17,
      look: [priority, group, overdue, selected, highlighted].join(),
    }),
    first: ({ priority }) => priority,
  });
  const members = new gridMap.Kind("member", {
    read: ([id, lon, lat, name, duty, badges]) => ({ id, lon, lat, name, duty, badges }),
    paint: gridMap.shapes.member,
    options: ({ duty }) => ({ look: duty, offset: duty === "on_scene" ? [19, 0] : [0, 0] }),
    shown: ({ duty }) => duty !== "off" || bar.on.off,
  });
  const cameras = new gridMap.Kind("camera", {
    read: ([id, lon, lat, name]) => ({ id, lon, lat, name }),
    paint: gridMap.shapes.camera,
  });
  const kinds = { cameras, members, incidents };

  const tip = new gridMap.Tip(map);
  let hovered = null;
  gridMap.hover = (kind, mark) => {
    hovered = { kind, mark };
    tip.show(kind, mark);
    bridge.hovered(kind, mark.state.id);
  };
  gridMap.unhover = (mark) => {
    if (hovered && hovered.mark === mark) {
      bridge.hovered(hovered.kind, -1);
      hovered = null;
      tip.hide();
    }
  };

  // Panels

  const legend = new gridMap.Legend(map);
  const labels = new gridMap.Labels(map, grids.sub, [
    ties, ...Object.values(kinds).map((kind) => kind.group),
  ], () => holes);
  const bar = new gridMap.LayerBar(map, () => showLayers());
  const areas = new gridMap.AreaTool(map, (...area) => bridge.drawn(...area));
  L.control.scale({ imperial: false, position: "bottomright", maxWidth: 120 }).addTo(map);

  const holes = new gridMap.Holes(map, grids.base);
  const toggle = (layer, on) => {
    if (on !== map.hasLayer(layer)) {
      map[on ? "addLayer" : "removeLayer"](layer);
    }
  };

  function showLayers() {
    const { on } = bar;
    Object.values(grids).forEach((layer) => toggle(layer, on.grids || (on.shading && layer === grids.sub)));
    toggle(labels.group, on.grids);
    holes.show(on.grids);
    members.placeAll();
    for (const [name, kind] of Object.entries(kinds)) {
      toggle(kind.group, on[name]);
    }
    toggle(links, on.incidents);
    toggle(ties, on.incidents);
    shadeAll();
    labels.settleSoon(0);
  }

  // Shading of the smallest grids by how many incidents are open in them

  const count = (grid, step) => counts.set(grid, (counts.get(grid) || 0) + step);

  function shade(code) {
    const grid = shades.get(code);
    const n = bar.on.shading ? counts.get(code) || 0 : 0;
    const { amber, grid: border } = gridMap.colors;
    const step = n ? 0.06 + 0.2 * Math.min(1, n / legend.top) : 0;
    if (grid) {
      grid.setStyle({
        color: border, fillColor: amber, fillOpacity: step, opacity: bar.on.grids ? 0.65 : 0,
      });
    }
  }

  const shadeAll = () => shades.forEach((_, code) => shade(code));

  function applyIncidents(told) {
    const touched = new Set();
    const leave = (id) => {
      const known = incidents.marks.get(id);
      if (known) {
        touched.add(known.state.grid);
        count(known.state.grid, -1);
        if (known.link) {
          links.removeLayer(known.link);
          known.link = null;
        }
      }
    };
    (told.anew ? [...incidents.marks.keys()] : told.gone).forEach(leave);
    const known = told.anew ? [] : told.set.map(([id]) => id);
    known.forEach(leave);
    incidents.apply(told);
    for (const [id] of told.set) {
      const mark = incidents.marks.get(id);
      touched.add(mark.state.grid);
      count(mark.state.grid, 1);
      tieAssignee(mark);
    }
    const most = Math.max(0, ...counts.values());
    const top = TOPS.find((step) => step >= most) || most;
    if (top !== legend.top) {
      legend.top = top;
      legend.draw();
      shadeAll();
    } else {
      touched.forEach(shade);
    }
  }

  function tieAssignee(mark) {
    const { assignee, group, lat, lon } = mark.state;
    if (assignee && group === "running") {
      const [aLon, aLat] = assignee;
      mark.link = line([[lat, lon], [aLat, aLon]], {
        color: gridMap.colors.dim, weight: 1.2, opacity: 0.8,
      });
      links.addLayer(mark.link);
    }
  }

  // Selection, highlight and candidates

  function dressSelected() {
    incidents.marks.forEach((mark, id) => {
      const selected = id === facts.selected;
      const highlighted = id === facts.highlighted;
      if (Boolean(mark.state.selected) !== selected || Boolean(mark.state.highlighted) !== highlighted) {
        incidents.dress(id, { selected, highlighted });
        if (mark._map && (selected || highlighted)) {
          mark.bringToFront();
        }
      }
    });
  }

  function tieCandidates() {
    const chosen = incidents.marks.get(facts.selected);
    ties.clearLayers();
    if (!chosen) {
      return;
    }
    for (const [rank, lon, lat] of facts.candidates) {
      const first = rank === 1;
      ties.addLayer(line([chosen.getLatLng(), [lat, lon]], {
        weight: first ? 2 : 1.2, dashArray: first ? "7 4" : "4 4",
      }));
      ties.addLayer(new gridMap.Mark(
        gridMap.shapes.candidate, [lat, lon], { rank }, { look: rank, interactive: false }));
    }
  }

  let unseen = false;
  function lookAtSelected() {
    const chosen = incidents.marks.get(facts.selected);
    if (unseen && chosen) {
      unseen = false;
      if (!map.getBounds().contains(chosen.getLatLng())) {
        map.panTo(chosen.getLatLng(), { animate: !still(), duration: 0.12 });
      }
    }
  }

  // View: the grids fill it until somebody moves it

  let moved = false;
  let fitting = false;
  const home = L.latLngBounds([]);
  Object.values(grids).forEach((layer) => layer.getLayers().length && home.extend(layer.getBounds()));
  function fit() {
    const { x, y } = map.getSize();
    if (!moved && home.isValid() && x > 200 && y > 200) {
      fitting = true;
      map.fitBounds(home, { ...margins, animate: false });
      fitting = false;
    }
  }
  map.on("movestart zoomstart", () => {
    moved = moved || !fitting;
  });
  map.on("resize", fit);
  const goHome = () => {
    moved = false;
    fit();
  };
  const panBy = map.panBy;
  map.panBy = (offset, options) =>
    panBy.call(map, offset, { animate: !still(), duration: 0.12, ...options });

  // What the console tells

  const tellers = {
    motion(wanted) {
      motion = wanted;
      // What is thrown and let go of slides on, unless nothing is to move by itself.
      map.options.inertia = !still();
    },
    colors(colors) {
      gridMap.colors = colors;
      gridMap.sprites.forget();
      const { style } = document.documentElement;
      Object.entries(colors).forEach(([name, color]) => style.setProperty(`--${name}`, color));
      layer_roads.setStyle({ color: colors.mapl });
      holes.draw();
      grids.community.setStyle({ color: colors.grid });
      links.eachLayer((link) => link.setStyle({ color: colors.dim }));
      shadeAll();
      tieCandidates();
      for (const layer of [...Object.values(kinds).map((kind) => kind.group), labels.group]) {
        layer.eachLayer((mark) => mark.redraw());
      }
    },
    texts(texts) {
      gridMap.texts = texts;
      document.title = texts.title;
      map.getContainer().setAttribute("aria-label", texts.title);
      bar.draw();
      areas.retranslate();
      for (const way of ["in", "out"]) {
        const button = map.zoomControl
          ? map.zoomControl[way === "in" ? "_zoomInButton" : "_zoomOutButton"]
          : document.querySelector(`.leaflet-control-zoom-${way}`);
        button.title = texts[`zoom_${way}`];
        button.setAttribute("aria-label", texts[`zoom_${way}`]);
      }
    },
    demonstration(on) {
      legend.demonstration = on;
    },
    // On the wall nobody points at anything: no controls, and their room for the grids.
    wall(on) {
      document.documentElement.classList.toggle("wall", on);
      margins = on ? BARE : MARGINS;
      fit();
    },
    selected(id) {
      facts.selected = id;
      unseen = true;
    },
    highlighted(id) {
      facts.highlighted = id;
    },
    holes: (rows) => holes.tell(rows),
    candidates(list) {
      facts.candidates = list;
    },
    choosing(on) {
      facts.choosing = on;
      map.getContainer().classList.toggle("choosing", on);
    },
    drawing: (on) => areas.show(on),
    cameras: (told) => cameras.apply(told),
    members: (told) => members.apply(told),
    incidents: applyIncidents,
  };

  // Takes a batch in and reports when it has been painted. Returns true: the console waits for it.
  gridMap.apply = (told) => {
    const has = (...names) => names.some((name) => name in told);
    for (const [name, teller] of Object.entries(tellers)) {
      if (name in told) {
        teller(told[name]);
      }
    }
    if (has("colors", "texts", "demonstration")) {
      legend.draw();
    }
    if (has("incidents", "selected", "highlighted")) {
      dressSelected();
    }
    if (has("incidents", "selected", "candidates")) {
      tieCandidates();
      lookAtSelected();
    }
    if (has("incidents", "members", "cameras", "selected", "candidates", "holes", "wall")) {
      labels.settleSoon();
    }
    requestAnimationFrame(() => bridge.rendered(told.batch));
    return true;
  };

  // The next click is a place, whatever lies there: the marks below must not take it.
  map.getContainer().addEventListener("click", (event) => {
    const dragged = map.dragging.moved();
    if (facts.choosing && !dragged && event.target.closest(".leaflet-control") === null) {
      const { lng, lat } = map.mouseEventToLatLng(event).wrap();
      event.stopPropagation();
      bridge.placed(lng, lat);
    }
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      bridge.escaped();
    } else if (event.key === "Home") {
      goHome();
    } else if (event.key === "Enter" && areas.on) {
      areas.takeView();
    }
  });
  window.addEventListener("focus", () => map.getContainer().focus({ preventScroll: true }));

  fit();
  showLayers();
  gridMap.parts = { areas, holes, map, kinds, links, ties, labels, legend, bar, counts, shades, goHome };
  bridge.ready();
};

// Whether all scripts and the drawn map have come whole; asked when the page has been loaded.
gridMap.isWhole = () =>
  typeof map_console === "object" &&
  ["shapes", "Mark", "Kind", "Label", "Labels", "Panel", "LayerBar", "Legend", "Tip", "Holes", "AreaTool", "start"]
    .every((name) => name in gridMap);

document.addEventListener("DOMContentLoaded", () => {
  new QWebChannel(qt.webChannelTransport, ({ objects }) => gridMap.start(objects.bridge));
});
