// The bar of layers, the legend and the tooltip: made of elements and text, never of HTML.
"use strict";

gridMap.element = (tag, className, text) => {
  const node = document.createElement(tag);
  node.className = className || "";
  node.textContent = text || "";
  return node;
};

gridMap.Panel = L.Control.extend({
  onAdd() {
    const node = gridMap.element("section", "panel");
    L.DomEvent.disableClickPropagation(node);
    L.DomEvent.disableScrollPropagation(node);
    return node;
  },
});

gridMap.LayerBar = class {
  static NAMES = ["grids", "shading", "incidents", "members", "off", "cameras"];

  constructor(map, changed) {
    this.on = { grids: true, shading: true, incidents: true, members: true, off: false, cameras: true };
    this.changed = changed;
    this.node = new gridMap.Panel({ position: "topleft" }).addTo(map).getContainer();
    this.node.classList.add("layers");
  }

  draw() {
    const { texts } = gridMap;
    this.node.setAttribute("aria-label", texts.layers);
    this.node.replaceChildren(gridMap.element("span", "name", texts.layers));
    for (const name of gridMap.LayerBar.NAMES) {
      const label = gridMap.element("label");
      const box = gridMap.element("input");
      box.type = "checkbox";
      box.name = name;
      box.checked = this.on[name];
      box.addEventListener("change", () => {
        this.on[name] = box.checked;
        this.changed();
      });
      label.append(box, gridMap.element("span", "", texts[`layer_${name}`]));
      this.node.append(label);
    }
  }
};

gridMap.Legend = class {
  constructor(map) {
    this.node = new gridMap.Panel({ position: "bottomleft" }).addTo(map).getContainer();
    this.node.classList.add("legend");
    this.top = 3;
    this.demonstration = false;
  }

  draw() {
    const { shapes, texts } = gridMap;
    const [red, other] = [{ group: "waiting" }, { priority: 3 }];
    this.node.setAttribute("aria-label", texts.legend);
    this.node.replaceChildren(
      this.row(
        ...[1, 2, 3, 4].map((priority) =>
          this.item(texts[`priority_${priority}`], shapes.incident, { ...red, priority })),
        this.gap(),
        this.item(texts.group_unverified, shapes.group, { ...other, group: "unverified" }, 0.55),
        ...["running", "checking", "parked"].map((group) =>
          this.item(texts[`group_${group}`], shapes.group, { ...other, group })),
        this.item(texts.overdue, shapes.overdue, {}),
      ),
      this.row(
        ...["on_duty", "en_route", "on_scene", "break"].map((duty) =>
          this.item(texts[`duty_${duty}`], shapes.member, { duty })),
        this.gap(),
        gridMap.element("span", "hole", "▲"),
        gridMap.element("span", "", texts.hole),
        this.gap(),
        gridMap.element("i", "scale"),
        gridMap.element("span", "", texts.shading.replace("{top}", this.top)),
        ...(this.demonstration
          ? [this.gap(), gridMap.element("span", "demonstration", texts.demonstration)]
          : []),
      ),
    );
  }

  row(...items) {
    const row = gridMap.element("div", "row");
    row.append(...items);
    return row;
  }

  gap() {
    return gridMap.element("i", "gap");
  }

  item(text, paint, state, zoom = 0.8) {
    const item = gridMap.element("span", "item");
    const canvas = gridMap.element("canvas");
    const scale = window.devicePixelRatio || 1;
    canvas.width = canvas.height = 18 * scale;
    const ctx = canvas.getContext("2d");
    ctx.scale(scale, scale);
    ctx.translate(9, 9);
    ctx.scale(zoom, zoom);
    paint(ctx, 0, 0, state);
    item.append(canvas, gridMap.element("span", "", text));
    return item;
  }
};

// One tooltip for the whole map; what it says are text nodes.
gridMap.Tip = class {
  constructor(map) {
    this.map = map;
    this.tooltip = L.tooltip({ direction: "top", offset: [0, -14], opacity: 1, className: "tip" });
  }

  show(kind, mark) {
    const lines = this.lines[kind](mark.state);
    const node = gridMap.element("div");
    lines.filter(Boolean).forEach((line, i) => {
      const part = gridMap.element("div", i ? "more" : "main", line);
      part.dir = "auto";
      node.append(part);
    });
    this.tooltip.setContent(node).setLatLng(mark.getLatLng()).addTo(this.map);
  }

  hide() {
    this.tooltip.remove();
  }

  lines = {
    incident: ({ number, title, priority, group, overdue }) => [
      `${number}  ${title}`,
      [gridMap.texts[`priority_${priority}`], gridMap.texts[`group_${group}`]]
        .concat(overdue ? [gridMap.texts.overdue] : [])
        .join(" · "),
    ],
    member: ({ name, duty, badges }) => [name, gridMap.texts[`duty_${duty}`], badges],
    camera: ({ name }) => [name],
  };
};
