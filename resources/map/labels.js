// The sub-grids' short codes: painted above the marks, but set where no mark is.
"use strict";

gridMap.Label = L.CircleMarker.extend({
  options: { pane: "labels", radius: 20, weight: 0, interactive: false },

  initialize(latlng, text) {
    L.CircleMarker.prototype.initialize.call(this, latlng);
    this.text = text;
    this.shift = L.point(0, 0);
    this.readable = false;
  },

  _project() {
    this._point = this._map.latLngToLayerPoint(this._latlng).add(this.shift);
    this._updateBounds();
  },

  _updatePath() {
    const { _ctx: ctx, _drawing: drawing } = this._renderer;
    if (!drawing || !this.readable || this._empty()) {
      return;
    }
    ctx.globalAlpha = 1;
    ctx.font = `12px ${gridMap.shapes.FONT}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.lineWidth = 3;
    ctx.strokeStyle = gridMap.colors.map;
    ctx.strokeText(this.text, this._point.x, this._point.y);
    ctx.fillStyle = gridMap.colors.dim;
    ctx.fillText(this.text, this._point.x, this._point.y);
  },
});

gridMap.Labels = class {
  // Places to try, the nearest to the sub-grid's middle first.
  static SHIFTS = [-66, -44, -22, 0, 22, 44, 66]
    .flatMap((dx) => [-60, -40, -20, 0, 20, 40, 60].map((dy) => L.point(dx, dy)))
    .sort((a, b) => a.distanceTo([0, 0]) - b.distanceTo([0, 0]));

  static CELL = 48;

  // `signs` are the marks of holes: they are set first, and no code stands below one.
  constructor(map, grids, groups, signs) {
    Object.assign(this, { map, groups, signs });
    this.group = L.layerGroup();
    this.entries = [];
    grids.eachLayer((grid) => {
      const { short, label } = grid.feature.properties;
      if (label) {
        const mark = new gridMap.Label(label, short);
        this.group.addLayer(mark);
        this.entries.push({ grid, mark });
      }
    });
    // After the canvas has projected the outlines anew, which Leaflet does after this event.
    map.on("zoomend", () => this.settleSoon(0));
  }

  // Changes come in bursts: the labels look for their places once after each.
  settleSoon(wait = 150) {
    this.timer = this.timer || setTimeout(() => this.settle(), wait);
  }

  settle() {
    clearTimeout(this.timer);
    this.timer = null;
    const signs = this.signs();
    const needed = signs.any() || this.entries.some(({ grid }) => this.isLarge(grid));
    const taken = needed ? this.taken() : null;
    signs.seat((box, grid, whole) => this.isClear(box, taken) &&
      (whole ? [box.min, box.max] : [box.getCenter()]).every(({ x }) =>
        this.isInside(grid, L.point(x, box.getCenter().y))));
    this.walls = signs.boxes();
    for (const entry of this.entries) {
      this.seat(entry.mark, this.isLarge(entry.grid) ? this.seatFor(entry, taken) : null);
    }
  }

  // A code is readable where its sub-grid is wide and high enough to hold it.
  isLarge(grid) {
    const size = grid._pxBounds ? grid._pxBounds.getSize() : L.point(0, 0);
    return size.x >= 44 && size.y >= 32;
  }

  // Where marks are now, by cell, so that 10,000 of them cost each label only its neighbours.
  taken() {
    const cells = new Map();
    for (const group of this.groups) {
      group.eachLayer((mark) => {
        if (mark._map && mark.state) {
          const key = this.key(mark._point.x, mark._point.y);
          cells.set(key, [...(cells.get(key) || []), mark]);
        }
      });
    }
    return cells;
  }

  key(x, y) {
    const { CELL } = gridMap.Labels;
    return `${Math.floor(x / CELL)}/${Math.floor(y / CELL)}`;
  }

  // The label stays where it is unless a mark has come there; then it takes the first free place.
  // Where none is free it is left out: a mark says more than the code below it.
  seatFor({ grid, mark }, taken) {
    const middle = this.map.latLngToLayerPoint(mark._latlng);
    return [mark.shift, ...gridMap.Labels.SHIFTS].find((shift) => {
      const point = middle.add(shift);
      return this.isFree(point, taken) && this.holds(grid, point);
    });
  }

  seat(mark, shift) {
    const readable = Boolean(shift);
    if (readable !== mark.readable || (shift && !shift.equals(mark.shift))) {
      mark.readable = readable;
      mark.shift = shift || mark.shift;
      mark.redraw();
    }
  }

  isFree(point, taken) {
    const { CELL } = gridMap.Labels;
    const text = L.bounds(point.subtract([18, 9]), point.add([18, 9]));
    if (this.walls.some((box) => box.overlaps(text))) {
      return false;
    }
    for (let dx = -CELL; dx <= CELL; dx += CELL) {
      for (let dy = -CELL; dy <= CELL; dy += CELL) {
        for (const mark of taken.get(this.key(point.x + dx, point.y + dy)) || []) {
          const away = mark._point.subtract(point);
          const reach = mark.state.selected ? 23 : 13;
          if (Math.abs(away.x) < reach + 14 && Math.abs(away.y) < reach + 8) {
            return false;
          }
        }
      }
    }
    return true;
  }

  // Whether no mark stands in a rectangle.
  isClear({ min, max }, taken) {
    const { CELL } = gridMap.Labels;
    const wide = L.bounds(min.subtract([13, 13]), max.add([13, 13]));
    for (let x = wide.min.x; x < wide.max.x + CELL; x += CELL) {
      for (let y = wide.min.y; y < wide.max.y + CELL; y += CELL) {
        if ((taken.get(this.key(x, y)) || []).some((mark) => wide.contains(mark._point))) {
          return false;
        }
      }
    }
    return true;
  }

  // Whether the whole text stands inside its sub-grid.
  holds(grid, { x, y }) {
    return [[-16, -7], [16, -7], [-16, 7], [16, 7]].every(([dx, dy]) =>
      this.isInside(grid, L.point(x + dx, y + dy)));
  }

  // Even-odd rule over all rings of the sub-grid, as it is drawn.
  isInside(grid, point) {
    let inside = false;
    for (const part of grid._parts || []) {
      for (let i = 0, j = part.length - 1; i < part.length; j = i++) {
        const a = part[i];
        const b = part[j];
        if (a.y > point.y !== b.y > point.y &&
            point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x) {
          inside = !inside;
        }
      }
    }
    return inside;
  }
};
