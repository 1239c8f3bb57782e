// Incidents, members, cameras and candidates as marks on one canvas; Leaflet repaints only what changed.
"use strict";

// Each look is painted once and then copied: a whole view of 10,000 marks is 10,000 copies.
gridMap.sprites = {
  SIZE: 56,
  made: new Map(),

  of(paint, look, state) {
    const key = `${paint.name} ${look}`;
    let sprite = this.made.get(key);
    if (!sprite) {
      sprite = this.make(paint, state);
      this.made.set(key, sprite);
    }
    return sprite;
  },

  make(paint, state) {
    const scale = L.Browser.retina ? 2 : 1;
    const sprite = document.createElement("canvas");
    sprite.width = sprite.height = this.SIZE * scale;
    const ctx = sprite.getContext("2d");
    ctx.scale(scale, scale);
    paint(ctx, this.SIZE / 2, this.SIZE / 2, state);
    return sprite;
  },

  forget() {
    this.made.clear();
  },
};

gridMap.Mark = L.CircleMarker.extend({
  options: { pane: "marks", radius: 12, weight: 0, interactive: true },

  initialize(paint, latlng, state, options) {
    L.CircleMarker.prototype.initialize.call(this, latlng, options);
    this.paint = paint;
    this.state = state;
  },

  // Who stands at the incident's very place is shown beside it, not below it.
  _project() {
    this._point = this._map.latLngToLayerPoint(this._latlng).add(this.options.offset || [0, 0]);
    this._updateBounds();
  },

  _updatePath() {
    const { _ctx: ctx, _drawing: drawing } = this._renderer;
    if (drawing && !this._empty()) {
      const { sprites } = gridMap;
      const { x, y } = this._point;
      const half = sprites.SIZE / 2;
      const sprite = sprites.of(this.paint, this.options.look, this.state);
      ctx.drawImage(sprite, x - half, y - half, sprites.SIZE, sprites.SIZE);
    }
  },

  _containsPoint(point) {
    return point.distanceTo(this._point) <= 11;
  },

  // Takes over a new place and state and asks for one repaint.
  become(latlng, state, options) {
    Object.assign(this.state, state);
    Object.assign(this.options, options);
    this._radius = this.options.radius;
    this._latlng = L.latLng(latlng);
    this.redraw();
  },
});

// The marks of one kind by id; which of them are on the map is decided by `shown`.
gridMap.Kind = class {
  constructor(name, { read, paint, options = () => ({}), shown = () => true, first = () => 0 }) {
    Object.assign(this, { name, read, paint, options, shown, first });
    this.marks = new Map();
    this.group = L.featureGroup();
    this.group.on("click", (event) => gridMap.tell("clicked", name, event.propagatedFrom.state.id));
    this.group.on("mouseover", (event) => gridMap.hover(name, event.propagatedFrom));
    this.group.on("mouseout", (event) => gridMap.unhover(event.propagatedFrom));
  }

  apply({ anew, gone, set }) {
    if (anew) {
      [...this.marks.keys()].forEach((id) => this.remove(id));
    }
    gone.forEach((id) => this.remove(id));
    const states = set.map(this.read);
    if (anew) {
      states.sort((a, b) => this.first(b) - this.first(a));
    }
    states.forEach((state) => this.put(state));
  }

  put(state) {
    const at = [state.lat, state.lon];
    const known = this.marks.get(state.id);
    if (known) {
      known.become(at, state, this.options({ ...known.state, ...state }));
      this.place(known);
    } else {
      const mark = new gridMap.Mark(this.paint, at, state, this.options(state));
      this.marks.set(state.id, mark);
      this.place(mark);
    }
  }

  remove(id) {
    const mark = this.marks.get(id);
    if (mark) {
      gridMap.unhover(mark);
      this.group.removeLayer(mark);
      this.marks.delete(id);
    }
  }

  // Marks that join or leave the map, as when a member goes off duty.
  place(mark) {
    const wanted = this.shown(mark.state);
    if (wanted !== this.group.hasLayer(mark)) {
      this.group[wanted ? "addLayer" : "removeLayer"](mark);
      if (wanted && this.name !== "incident" && mark._map) {
        mark.bringToBack();
      }
    }
  }

  placeAll() {
    this.marks.forEach((mark) => this.place(mark));
  }

  // Sets a passing state, such as being selected, on one mark.
  dress(id, state) {
    const mark = this.marks.get(id);
    if (mark) {
      mark.become(mark._latlng, state, this.options({ ...mark.state, ...state }));
    }
    return mark;
  }
};
