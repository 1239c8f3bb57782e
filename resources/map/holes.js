// Holes in cover: base grids where nobody is free for a skill, dashed and with what is missing.
"use strict";

gridMap.Holes = class {
  constructor(map, bases) {
    this.map = map;
    this.bases = bases;
    this.rows = [];
    this.shown = true;
    this.group = L.layerGroup().addTo(map);
  }

  tell(rows) {
    this.rows = rows;
    this.draw();
  }

  show(shown) {
    this.shown = shown;
    this.draw();
  }

  // Where the marks stand, in the map's own points: what is written below them could not be read.
  boxes() {
    const origin = this.map.getContainer().getBoundingClientRect();
    return this.group.getLayers().map((mark) => {
      const box = mark.getElement().firstChild.getBoundingClientRect();
      const corner = (x, y) => this.map.containerPointToLayerPoint([x - origin.x, y - origin.y]);
      return L.bounds(corner(box.left, box.top), corner(box.right, box.bottom));
    });
  }

  draw() {
    const { colors } = gridMap;
    const rows = this.shown ? this.rows : [];
    const codes = new Set(rows.map(([code]) => code));
    this.bases.eachLayer((grid) => {
      const open = codes.has(grid.feature.properties.code);
      grid.setStyle({
        color: open ? colors.amber : colors.grid, weight: open ? 2.5 : 2, dashArray: open ? "9 6" : null,
      });
      if (open) {
        grid.bringToFront();
      }
    });
    this.group.clearLayers();
    for (const [, lon, lat, text, told] of rows) {
      const node = gridMap.element("span", "hole", text);
      node.title = told;
      node.setAttribute("aria-label", told);
      const icon = L.divIcon({ html: node, className: "hole-mark", iconSize: null });
      this.group.addLayer(L.marker([lat, lon], { icon, pane: "holes", interactive: false, keyboard: false }));
    }
  }
};
