// Holes in cover: base grids where nobody is free for a skill, dashed and with what is missing.
"use strict";

gridMap.Holes = class {
  // Places to try, the nearest to the base grid's middle first.
  static SHIFTS = [-120, -90, -60, -30, 0, 30, 60, 90, 120]
    .flatMap((dx) => [-90, -60, -45, -30, -15, 0, 15, 30, 45, 60, 90, 120].map((dy) => [dx, dy]))
    .sort(([a, b], [c, d]) => Math.hypot(a, b) - Math.hypot(c, d));

  constructor(map, bases) {
    this.map = map;
    this.bases = bases;
    this.rows = [];
    this.signs = new Map();
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

  any() {
    return this.signs.size > 0;
  }

  // Sets each sign where no other mark is, as near as can be to its base grid's middle: whole in
  // it, or its own middle in it. It stays where it is while that place is free. Where none is free
  // it stands in the middle.
  seat(isFree) {
    for (const sign of this.signs.values()) {
      const plain = this.box(sign.mark);
      const shifts = [sign.shift, ...gridMap.Holes.SHIFTS];
      const find = (whole) => shifts.find(([dx, dy]) =>
        isFree(L.bounds(plain.min.add([dx, dy]), plain.max.add([dx, dy])), sign.grid, whole));
      sign.shift = find(true) || find(false) || [0, 0];
      this.move(sign);
    }
  }

  move({ mark, shift: [dx, dy] }) {
    mark.getElement().firstChild.style.transform =
      `translate(calc(-50% + ${dx}px), calc(-190% + ${dy}px))`;
  }

  // Where the signs stand, in the map's own points: what is written below them could not be read.
  boxes() {
    return [...this.signs.values()].map(({ mark, shift }) => {
      const { min, max } = this.box(mark);
      return L.bounds(min.add(shift), max.add(shift));
    });
  }

  // The rectangle of a sign that has not been moved; see its transform in map.css.
  box(mark) {
    const { offsetWidth: width, offsetHeight: height } = mark.getElement().firstChild;
    const corner = this.map.latLngToLayerPoint(mark.getLatLng()).add([-width / 2, -1.9 * height]);
    return L.bounds(corner, corner.add([width, height]));
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
    const before = this.signs;
    this.signs = new Map();
    for (const [code, lon, lat, text, told] of rows) {
      const node = gridMap.element("span", "hole", text);
      node.title = told;
      node.setAttribute("aria-label", told);
      const icon = L.divIcon({ html: node, className: "hole-mark", iconSize: null });
      const mark = L.marker([lat, lon], { icon, pane: "holes", interactive: false, keyboard: false });
      this.group.addLayer(mark);
      const grid = this.bases.getLayers().find(({ feature }) => feature.properties.code === code);
      const { shift } = before.get(code) || { shift: [0, 0] };
      if (grid) {
        this.signs.set(code, { mark, grid, shift });
        this.move(this.signs.get(code));
      }
    }
  }
};
