// Draws an area on the map: a rectangle, with Shift a circle, with Enter all that is in view.
"use strict";

gridMap.AreaTool = class {
  static LEAST = 4; // Pixels; less than that is a click and no area.

  constructor(map, tell) {
    this.map = map;
    this.tell = tell;
    this.on = false;
    this.from = null;
    this.shape = null;
    this.hint = gridMap.element("div", "panel area-hint");
    this.hint.setAttribute("role", "status");
    const node = map.getContainer();
    node.addEventListener("mousedown", (event) => this.begin(event), true);
    // The end of a drag is a click for the browser, and must open no mark.
    node.addEventListener("click", (event) => this.on && event.stopPropagation(), true);
    document.addEventListener("mousemove", (event) => this.drag(event));
    document.addEventListener("mouseup", (event) => this.end(event));
  }

  show(on) {
    this.on = on;
    this.forget();
    this.map.dragging[on ? "disable" : "enable"]();
    this.map.getContainer().classList.toggle("choosing", on);
    if (on) {
      this.hint.textContent = gridMap.texts.draw_area;
      this.map.getContainer().append(this.hint);
    } else {
      this.hint.remove();
    }
  }

  retranslate() {
    this.hint.textContent = gridMap.texts.draw_area;
  }

  begin(event) {
    const aside = event.target.closest(".leaflet-control") !== null;
    if (!this.on || aside || event.button !== 0) {
      return;
    }
    event.stopPropagation();
    event.preventDefault();
    this.from = event;
  }

  drag(event) {
    if (this.from === null) {
      return;
    }
    this.shape?.remove();
    const options = {
      color: gridMap.colors.accent, dashArray: "6 4", interactive: false, pane: "links", weight: 2,
    };
    const [start, here] = [this.from, event].map((one) => this.map.mouseEventToLatLng(one));
    this.shape = event.shiftKey
      ? L.circle(start, { ...options, radius: start.distanceTo(here) })
      : L.rectangle([start, here], options);
    this.shape.addTo(this.map);
  }

  end(event) {
    if (this.from === null) {
      return;
    }
    const [start, here] = [this.from, event];
    const far = Math.hypot(here.clientX - start.clientX, here.clientY - start.clientY);
    const [one, other] = [start, here].map((at) => this.map.mouseEventToLatLng(at));
    this.forget();
    if (far < gridMap.AreaTool.LEAST) {
      return;
    }
    if (event.shiftKey) {
      this.tell(one.lng, one.lat, one.lng, one.lat, one.distanceTo(other));
    } else {
      this.tellBounds(L.latLngBounds(one, other));
    }
  }

  takeView() {
    this.tellBounds(this.map.getBounds());
  }

  tellBounds(bounds) {
    this.tell(bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth(), 0);
  }

  forget() {
    this.from = null;
    this.shape?.remove();
    this.shape = null;
  }
};
